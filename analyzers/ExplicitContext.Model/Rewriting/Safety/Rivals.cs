using ExplicitContext.Model.Rewriting.Planning;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting.Safety;

/// <summary>
/// Methods that take the context at the same place as an overload and are none themselves, so that a call of the overload may fit one of them better. By a name of its own, the
/// overload has no rival. Twins of other members are none: among these, calls go as they go among the originals.
/// </summary>
internal static class Rivals
{
    /// <summary>The overloads that have a rival, each with one.</summary>
    public static IEnumerable<(MemberPlan Plan, IMethodSymbol Rival)> Of(IEnumerable<MemberPlan> plans, Planner planner) =>
        from plan in plans
        let rival = plan.Member.ContainingType.GetMembers(plan.Overload).OfType<IMethodSymbol>().FirstOrDefault(method => IsRival(method, plan))
        where rival is not null && planner.CanBeRenamed(plan)
        select (plan, rival);

    private static bool IsRival(IMethodSymbol method, MemberPlan plan) =>
        method.MethodKind == MethodKind.Ordinary
        && method.Parameters.ElementAtOrDefault(plan.ContextOrdinal)?.Type is { } type
        && (type is ITypeParameterSymbol || SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, plan.Context.Type))
        && Range(method.Parameters) is var taken
        && Range(plan.Member.Parameters) is var given
        && taken.Least <= given.Most + 1 && given.Least + 1 <= taken.Most
        && !SymbolEqualityComparer.Default.Equals(method, plan.Member)
        && !method.ContainingType.GetMembers(plan.Member.Name).OfType<IMethodSymbol>().Any(legacy => OverloadShape.IsTwin(method, legacy, plan.Context));

    private static (int Least, int Most) Range(IReadOnlyList<IParameterSymbol> parameters) =>
        (parameters.Count(parameter => !parameter.IsOptional && !parameter.IsParams), parameters.Any(parameter => parameter.IsParams) ? int.MaxValue - 1 : parameters.Count);
}
