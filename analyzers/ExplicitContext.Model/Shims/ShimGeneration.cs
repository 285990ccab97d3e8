using ExplicitContext.Model.Emitting;
using ExplicitContext.Model.Rewriting;

namespace ExplicitContext.Model.Shims;

/// <summary>Implements the members that only hand on the ambient context. Looks at declarations alone.</summary>
public static class ShimGeneration
{
    /// <summary>The files and findings for some members.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static GeneratedParts Generate(PartsRequest request, CancellationToken cancellationToken)
    {
        var contexts = request.Contexts;
        var planner = new ShimPlanner(contexts, new(contexts, request.Accessors), cancellationToken);
        var findings = new List<GenerationFinding>();
        var plans = new List<ImplementedMember>();
        foreach (var member in request.Marked)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (plan, finding) = planner.Plan(member);
            if (plan is not null) plans.Add(plan);
            if (finding is not null) findings.Add(finding);
        }

        return GeneratedParts.Of(ImplementedMember.Files(plans, "Shims", "only hand on the ambient context"), findings, lacksBodies: findings.Count > 0);
    }
}
