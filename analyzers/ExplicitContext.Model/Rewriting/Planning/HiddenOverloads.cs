using ExplicitContext.Model.Rewriting.Facts;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting.Planning;

/// <summary>Tells which overloads hide an overload of a base type, and so want <c>new</c>.</summary>
internal static class HiddenOverloads
{
    public static bool Hides(MemberPlan plan, Planner planner) =>
        !plan.Member.IsOverride
        && plan.Member.MethodKind != MethodKind.Constructor
        && !ExplicitImplementations.Of(plan.Member).Any()
        && Bases(plan.Member.ContainingType).SelectMany(type => type.GetMembers()).OfType<IMethodSymbol>().Any(hidden => IsHidden(hidden, plan, planner));

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Interface)
        {
            return type.AllInterfaces;
        }

        var bases = new List<INamedTypeSymbol>();
        for (var at = type.BaseType; at is { SpecialType: not SpecialType.System_Object }; at = at.BaseType)
        {
            bases.Add(at);
        }

        return bases;
    }

    private static bool IsHidden(IMethodSymbol hidden, MemberPlan plan, Planner planner)
    {
        if (hidden.DeclaredAccessibility == Accessibility.Private || hidden.IsStatic != plan.Member.IsStatic || ExplicitImplementations.Of(hidden).Any())
        {
            return false;
        }

        return ((IndexerUnit.Is(hidden) ? WellKnownMemberNames.Indexer : hidden.Name) == plan.Overload && OverloadShape.IsTwin(hidden, plan.Member, plan.Context))
            || (hidden.Name == plan.Member.Name
                && OverloadShape.IsAlike(plan.Member, hidden)
                && Families.FamilyMap.IsInSource(hidden)
                && planner.PlanOf(hidden.OriginalDefinition) is { } other
                && other.Overload == plan.Overload
                && SymbolEqualityComparer.Default.Equals(other.Context.Type, plan.Context.Type));
    }
}
