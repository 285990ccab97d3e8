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
        var indexers = plans.Where(plan => plan.Member.AssociatedSymbol is IPropertySymbol { IsIndexer: true }).ToList();
        if (constructors.Count == 0 && indexers.Count == 0)
        {
            yield break;
        }

        var before = compilation.GetSemanticModel(tree);
        var after = augmented.GetSemanticModel(tree);
        foreach (var node in tree.GetRoot(cancellationToken).DescendantNodes())
        {
            var plansOfKind = IsConstruction(node) ? constructors : IsElementAccess(node) ? indexers : [];
            if (plansOfKind.Count > 0
                && before.GetSymbolInfo(node, cancellationToken).Symbol?.OriginalDefinition is { } target
                && after.GetSymbolInfo(node, cancellationToken).Symbol?.OriginalDefinition is var other
                && other?.GetDocumentationCommentId() != target.GetDocumentationCommentId())
            {
                yield return (plansOfKind.FirstOrDefault(plan => IsOf(plan, other ?? target)) ?? plansOfKind[0], node);
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
