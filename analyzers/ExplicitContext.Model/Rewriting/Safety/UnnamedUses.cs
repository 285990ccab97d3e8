using ExplicitContext.Model.Rewriting.Facts;
using ExplicitContext.Model.Rewriting.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.Rewriting.Safety;

/// <summary>
/// The uses of constructors and indexers, which no identifier shows: <c>new C(x)</c>, <c>new(x)</c>, <c>: base(x)</c>, <c>c[x]</c>. Those without arguments have
/// nothing that an overload could take for a context.
/// </summary>
internal static class UnnamedUses
{
    /// <summary>The uses in a file that mean something else beside the overloads of a draft, each with the plan that is to blame.</summary>
    public static IEnumerable<(MemberPlan Plan, SyntaxNode Use)> Changed(
        IReadOnlyList<MemberPlan> plans, SyntaxTree tree, Compilation compilation, Compilation augmented, CancellationToken cancellationToken)
    {
        var constructors = plans.Where(plan => plan.Member.MethodKind == MethodKind.Constructor).ToList();
        var indexers = plans.Where(plan => IndexerUnit.Is(plan.Member)).ToList();
        return
            from changed in Changed(tree, constructors.Count > 0, indexers.Count > 0, compilation, augmented, cancellationToken)
            let ofKind = IsConstruction(changed.Use) ? constructors : indexers
            select (ofKind.FirstOrDefault(plan => IsOf(plan, changed.Meant)) ?? ofKind[0], changed.Use);
    }

    /// <summary>Those that mean something else in another compilation, each with what it means there or else here.</summary>
    public static IEnumerable<(SyntaxNode Use, ISymbol Meant)> Changed(SyntaxTree tree, bool hasConstructors, bool hasIndexers, Compilation compilation, Compilation augmented, CancellationToken cancellationToken)
    {
        if (!hasConstructors && !hasIndexers)
        {
            yield break;
        }

        var before = compilation.GetSemanticModel(tree);
        var after = augmented.GetSemanticModel(tree);
        foreach (var node in tree.GetRoot(cancellationToken).DescendantNodes())
        {
            if (((hasConstructors && IsConstruction(node)) || (hasIndexers && IsElementAccess(node)))
                && before.GetSymbolInfo(node, cancellationToken).Symbol?.OriginalDefinition is { } target
                && after.GetSymbolInfo(node, cancellationToken).Symbol?.OriginalDefinition is var other
                && other?.GetDocumentationCommentId() != target.GetDocumentationCommentId())
            {
                yield return (node, other ?? target);
            }
        }
    }

    private static bool IsConstruction(SyntaxNode node) => node
        is BaseObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: > 0 }
        or ConstructorInitializerSyntax { ArgumentList.Arguments.Count: > 0 }
        or PrimaryConstructorBaseTypeSyntax { ArgumentList.Arguments.Count: > 0 }
        or AttributeSyntax { ArgumentList.Arguments.Count: > 0 };

    private static bool IsElementAccess(SyntaxNode node) => node is ElementAccessExpressionSyntax or ElementBindingExpressionSyntax or ImplicitElementAccessSyntax;

    private static bool IsOf(MemberPlan plan, ISymbol target) => SymbolEqualityComparer.Default.Equals(plan.Member.ContainingType, target.ContainingType);
}
