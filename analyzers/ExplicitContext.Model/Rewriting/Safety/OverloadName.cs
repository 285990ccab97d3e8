using ExplicitContext.Model.Rewriting.Planning;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting.Safety;

/// <summary>What an overload is called, and what a call must have to go there: a value.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsUsual">Whether its original has that name, too.</param>
/// <param name="Arguments">How many arguments a call must have at the least.</param>
/// <param name="IsExtension">Whether one of these may stand before the dot.</param>
internal sealed record OverloadName(string Name, bool IsUsual, int Arguments, bool IsExtension)
{
    /// <summary>The names of overloads, each with all that overloads of it demand.</summary>
    public static ILookup<string, OverloadName> ByName(IEnumerable<MemberPlan> plans) => plans.Select(Of).Distinct().ToLookup(overload => overload.Name, StringComparer.Ordinal);

    private static OverloadName Of(MemberPlan plan) => new(
        plan.Overload,
        plan.Overload == plan.Member.Name,
        plan.Member.Parameters.Count(parameter => parameter is { IsOptional: false, IsParams: false }) + 1,
        plan.Member.IsExtensionMethod);
}
