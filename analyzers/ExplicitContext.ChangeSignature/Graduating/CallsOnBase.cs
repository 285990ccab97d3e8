using ExplicitContext.ChangeSignature.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.ChangeSignature.Graduating;

/// <summary>
/// Finds the calls on <c>base</c> that a graduation would lead astray: what is left of a virtual member calls its overload as any caller does, and so what overrides that,
/// perhaps the very caller.
/// </summary>
internal sealed class CallsOnBase(Compilation compilation, CancellationToken cancellationToken)
{
    /// <summary>The members that cannot become shims, each with the reason: a call on <c>base</c> stays somewhere.</summary>
    public IReadOnlyCollection<(Graduation Graduation, string Reason)> LeftBy(IReadOnlyList<Graduation> graduations)
    {
        var shims = new Dictionary<ISymbol, Graduation>(SymbolEqualityComparer.Default);
        foreach (var graduation in graduations)
        {
            foreach (var part in graduation.Parts.Where(part => part.LeavesShim && (part.Legacy.IsVirtual || part.Legacy.IsOverride)))
                shims[part.Legacy] = graduation;
        }

        if (shims.Count == 0)
            return [];
        var replaced = graduations.SelectMany(graduation => graduation.Parts).Where(part => part.LeavesShim).ToLookup(part => part.Body.SyntaxTree, part => part.Replaced);
        var found = from tree in compilation.SyntaxTrees
                    from use in tree.GetRoot(cancellationToken).DescendantNodes().OfType<BaseExpressionSyntax>()
                    where !replaced[tree].Any(span => span.Contains(use.Span))
                    from member in MethodsOf(use)
                    where shims.ContainsKey(member)
                    let graduation = shims[member]
                    select (graduation, $"'{MemberName.Of(graduation.Legacy)}' is called on 'base' in {Path.GetFileName(tree.FilePath)}:{use.GetLocation().GetLineSpan().StartLinePosition.Line + 1}; what is left of it would call what overrides its overload, so it stays generated.");
        return [.. found.GroupBy(pair => pair.graduation).Select(pairs => pairs.First())];
    }

    private IEnumerable<ISymbol> MethodsOf(BaseExpressionSyntax use) =>
        use.Parent is not (MemberAccessExpressionSyntax or ElementAccessExpressionSyntax) ? []
        : compilation.GetSemanticModel(use.SyntaxTree).GetSymbolInfo(use.Parent, cancellationToken).Symbol?.OriginalDefinition switch
        {
            IPropertySymbol property => new[] { property.GetMethod, property.SetMethod }.OfType<ISymbol>(),
            IMethodSymbol method => [method],
            _ => [],
        };
}
