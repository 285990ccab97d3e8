using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Model.Rewriting.Texts;

/// <summary>What the methods have in common that stand beside a property: a header of their own, and the body of one accessor.</summary>
internal abstract class AccessorText(OverloadTask task, PropertyDeclarationSyntax property, SyntaxKind kind) : OverloadText(task)
{
    // What is valid on a property alone would not compile on a method.
    protected override AttributeTargets Targets => AttributeTargets.Method;

    protected PropertyDeclarationSyntax Property => property;

    /// <summary>The accessor; null where the property has an expression for its body.</summary>
    protected AccessorDeclarationSyntax? Accessor => property.AccessorList?.Accessors.First(candidate => candidate.IsKind(kind));

    /// <summary>The changes that make the header of the property that of a method.</summary>
    protected abstract IEnumerable<TextChange> Signature { get; }

    protected override string Header => Splice(Start, property.Identifier.Span.End, [.. Signature]);

    /// <summary>The header, then the body of the accessor, on the lines of the original.</summary>
    protected override IEnumerable<(int Line, string Text)> Rewritten
    {
        get
        {
            if (Accessor!.ExpressionBody is { } arrow)
            {
                return [Piece(arrow.SpanStart, $"{Header} {Splice(arrow.SpanStart, Accessor.Span.End, Sites)}")];
            }

            var body = Outdent(Splice(Accessor.Body!.SpanStart, Accessor.Body.Span.End, Sites), IndentationAt(Accessor.SpanStart), Accessor.Body);
            return [Piece(Start, Header), Piece(Accessor.Body.SpanStart, body)];
        }
    }

    /// <summary>Takes the accessor's extra indentation away, unless a string that spans lines would change with it.</summary>
    private string Outdent(string body, string deeper, BlockSyntax block) =>
        block.DescendantTokens().Any(token => token.Text.Contains('\n')) || !deeper.StartsWith(Indentation, StringComparison.Ordinal)
            ? body
            : body.Replace("\n" + deeper, "\n" + Indentation);
}
