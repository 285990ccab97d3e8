using ExplicitContext.Model.Rewriting.Facts;
using ExplicitContext.Model.Rewriting.Planning;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting.Families;

/// <summary>
/// Sees to it that the overloads of a family's interface members are implemented. An overload that is seen from outside is internal and so cannot
/// implement anything by itself; it gets a bridge: an explicit implementation that calls it.
/// </summary>
internal sealed class FamilyInterfaces(MemberFamily family, Openness openness, Dictionary<IMethodSymbol, MemberPlan> plans)
{
    /// <summary>Completes the plans. Answers what stands against it, or null.</summary>
    public GenerationFinding? Complete()
    {
        foreach (var member in family.Members.Where(StaysPublic))
        {
            plans[member] = plans[member] with { StaysPublic = true };
        }

        foreach (var implementation in family.Implementations.Where(implementation => !implementation.IsExplicit))
        {
            var declared = plans[implementation.Declared.OriginalDefinition];
            var plan = plans[implementation.Member.OriginalDefinition];
            var isSeen = declared.Member.ContainingType.IsExternallyVisible();
            if (!isSeen && (plan.StaysPublic || IsPublicByHand(plan)))
            {
                continue;
            }

            if (declared.Body == OverloadBody.Scoped && (implementation.IsInherited || openness.CanBeDerived(implementation.Type)))
            {
                continue;
            }

            if (implementation.IsInherited && HasBridge(implementation))
            {
                continue;
            }

            if (implementation.IsInherited || plan.IsHandWritten)
            {
                return Refusals.At(
                    implementation.Type,
                    GenerationFinding.CannotRewrite,
                    $"No context-passing overload for '{Refusals.Name(declared.Member)}': '{implementation.Type.Name}' implements it by '{Refusals.Name(plan.Member)}', whose overload is not public. Declare the member in '{implementation.Type.Name}'.");
            }

            plans[plan.Member] = plan with { Bridges = plan.Bridges.Add(implementation) };
        }

        return null;
    }

    /// <summary>Whether a base type implements the very member by the same one: what it implements explicitly is inherited.</summary>
    private bool HasBridge(InterfaceImplementation implementation) => family.Implementations.Any(other =>
        SymbolEqualityComparer.Default.Equals(other.Type, implementation.Member.ContainingType) && SymbolEqualityComparer.Default.Equals(other.Declared, implementation.Declared));

    private bool StaysPublic(IMethodSymbol member)
    {
        var root = member;
        while (IndexerUnit.Overridden(root) is { } overridden && FamilyMap.IsInSource(overridden))
        {
            root = overridden.OriginalDefinition;
        }

        return member.DeclaredAccessibility == Accessibility.Public
            && member.ContainingType.TypeKind != TypeKind.Interface
            && !root.ContainingType.IsExternallyVisible()
            && family.Implementations.Any(implementation => !implementation.IsExplicit);
    }

    private static bool IsPublicByHand(MemberPlan plan) =>
        plan.IsHandWritten && HandWrittenOverloads.Of(plan.Member, plan.Context) is { DeclaredAccessibility: Accessibility.Public };
}
