using ExplicitContext.Model.Rewriting.Planning;

namespace ExplicitContext.Model.Rewriting.Scopes;

/// <summary>Says of which overloads the original is called under a scope, where a person would mend it.</summary>
internal static class ScopeReports
{
    public static IEnumerable<GenerationFinding> Of(MemberPlan plan, Verdicts verdicts)
    {
        if (plan is not { Body: OverloadBody.Scoped, Reason: { } reason })
        {
            return [];
        }

        var instead = $"The overload of '{Refusals.Name(plan.Member)}' therefore calls the original under '{string.Join("' and '", plan.Scopes.Select(scope => scope.DisplayName))}'.";
        var sites = verdicts.SitesOf(plan.Member);
        return sites.IsEmpty
            ? [Refusals.At(plan.Member, GenerationFinding.CannotRewrite, $"{reason} {instead}")]
            : sites.Select(site => site with { Message = $"{site.Message} {instead}" });
    }
}
