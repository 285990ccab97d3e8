using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Model.Rewriting.Texts;

/// <summary>What the methods have in common that stand beside a property: a header of their own, and the body of one accessor.</summary>
internal abstract class AccessorText(MemberPlan plan, ContextName name, IReadOnlyList<TextChange> sites, PropertyDeclarationSyntax property) : OverloadText(plan, name, sites)
{
    protected PropertyDeclarationSyntax Property => property;

    // What is valid on a property alone would not compile on a method.
    protected override AttributeTargets Targets => AttributeTargets.Method;

    /// <summary>The header, then the body of an accessor, on the lines of the original.</summary>
    protected IEnumerable<(int Line, string Text)> AccessorPieces(SyntaxKind kind, Func<SyntaxTokenList, string> header)
    {
        var accessor = property.AccessorList!.Accessors.First(candidate => candidate.IsKind(kind));
        if (accessor.ExpressionBody is { } arrow)
        {
            return [Piece(arrow.SpanStart, $"{header(accessor.Modifiers)} {Splice(arrow.SpanStart, accessor.Span.End, Sites)}")];
        }

        var body = Outdent(Splice(accessor.Body!.SpanStart, accessor.Body.Span.End, Sites), IndentationAt(accessor.SpanStart), accessor.Body);
        return [Piece(Start, header(accessor.Modifiers)), Piece(accessor.Body.SpanStart, body)];
    }

    /// <summary>Takes the accessor's extra indentation away, unless a string that spans lines would change with it.</summary>
    private string Outdent(string body, string deeper, BlockSyntax block) =>
        block.DescendantTokens().Any(token => token.Text.Contains('\n')) || !deeper.StartsWith(Indentation, StringComparison.Ordinal)
            ? body
            : body.Replace("\n" + deeper, "\n" + Indentation);
}
