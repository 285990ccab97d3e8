using ExplicitContext.Model.Emitting;
using ExplicitContext.Model.Rewriting;

namespace ExplicitContext.Model.Shims;

/// <summary>Implements the members that only hand on the ambient context. Looks at declarations alone.</summary>
public static class ShimGeneration
{
    /// <summary>The files and findings for some members.</summary>
    /// <param name="contexts">What is a context and an accessor.</param>
    /// <param name="requests">The documentation IDs of the members.</param>
    /// <param name="accessors">The documentation IDs of the accessors that the compilation declares by attribute.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static GeneratedParts Generate(ContextModel contexts, EquatableArray<string> requests, EquatableArray<string> accessors, CancellationToken cancellationToken)
    {
        var planner = new ShimPlanner(contexts, new(contexts, DeclaredSymbols.Find(accessors, contexts.Compilation)), cancellationToken);
        var findings = new List<GenerationFinding>();
        var plans = new List<ImplementedMember>();
        foreach (var member in DeclaredSymbols.Find(requests, contexts.Compilation))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (plan, finding) = planner.Plan(member);
            if (plan is not null) plans.Add(plan);
            if (finding is not null) findings.Add(finding);
        }

        return GeneratedParts.Of(ImplementedMember.Files(plans, "Shims", "only hand on the ambient context"), findings);
    }
}
