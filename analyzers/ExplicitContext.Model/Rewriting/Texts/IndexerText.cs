using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Model.Rewriting.Texts;

/// <summary>The overload of an indexer, with all its accessors: <c>this[engine, i]</c>.</summary>
internal sealed class IndexerText(OverloadTask task, IndexerDeclarationSyntax indexer) : OverloadText(task)
{
    protected override IEnumerable<(int Line, string Text)> Rewritten =>
        [Whole([Modifiers(), Parameter(indexer.ParameterList), .. Accessors.Select(Accessibility).OfType<TextChange>()])];

    protected override (int Line, string Text) Declared => Rewritten.Single();

    protected override string Header => Splice(Start, indexer.ParameterList.Span.End, [Modifiers(), Parameter(indexer.ParameterList)]);

    private IEnumerable<AccessorDeclarationSyntax> Accessors => indexer.AccessorList?.Accessors ?? default;

    protected override string ModifiersOf(IMethodSymbol accessor) =>
        Accessors.FirstOrDefault(candidate => candidate.IsKind(SyntaxKind.GetAccessorDeclaration) == (accessor.MethodKind == MethodKind.PropertyGet)) is { Modifiers.Count: > 0 } syntax
            ? Splice(syntax.Modifiers[0].SpanStart, syntax.Keyword.SpanStart, Accessibility(syntax) is { } change ? [change] : [])
            : "";

    /// <summary>An accessor must see less than its indexer does, and an overload is seen by less than the original: at most by the assembly.</summary>
    private TextChange? Accessibility(AccessorDeclarationSyntax accessor)
    {
        var words = accessor.Modifiers.Where(modifier => modifier.Kind() is SyntaxKind.ProtectedKeyword or SyntaxKind.InternalKeyword or SyntaxKind.PrivateKeyword).ToList();
        if (words.Count == 0 || (words is [var only] && only.IsKind(SyntaxKind.PrivateKeyword)))
        {
            return null;
        }

        var isOfFamily = words.All(word => !word.IsKind(SyntaxKind.InternalKeyword)) && indexer.Modifiers.Any(modifier => modifier.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword);
        return new(TextSpan.FromBounds(words[0].SpanStart, words[words.Count - 1].GetNextToken().SpanStart), isOfFamily ? "private protected " : "");
    }
}
