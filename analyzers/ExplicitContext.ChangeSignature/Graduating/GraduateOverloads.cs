using System.Collections.Immutable;
using ExplicitContext.ChangeSignature.Planning;
using ExplicitContext.Model;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.ChangeSignature.Graduating;

/// <summary>
/// Turns generated overloads into source: each stands beside the legacy member, which becomes one line that hands the ambient context on to it, or goes where nobody calls
/// it and nobody else could. What other assemblies see stays as it is. Applied twice it changes nothing.
/// </summary>
public static class GraduateOverloads
{
    /// <summary>The members of a project that have a generated overload.</summary>
    public static async Task<IReadOnlyList<GraduationRequest>> AllInAsync(Project project, Func<Project, CancellationToken, Task<ContextModel>> contextsOf, CancellationToken cancellationToken) =>
        [.. new GraduationPlanner(project, await contextsOf(project, cancellationToken).ConfigureAwait(false), cancellationToken).All.Select(id => new GraduationRequest(project.Id, id))];

    /// <summary>The names of the members that would graduate with one; empty where it cannot.</summary>
    public static async Task<IReadOnlyList<string>> WithAsync(Project project, string member, Func<Project, CancellationToken, Task<ContextModel>> contextsOf, CancellationToken cancellationToken)
    {
        var planned = new GraduationPlanner(project, await contextsOf(project, cancellationToken).ConfigureAwait(false), cancellationToken).Plan([member]);
        return planned.Any(graduation => graduation.Id == member) ? [.. planned.Select(graduation => MemberName.Of(graduation.Legacy))] : [];
    }

    /// <summary>Graduates members, and with them all that their overloads call.</summary>
    /// <param name="solution">The solution, whose projects generate; it may have errors.</param>
    /// <param name="requests">What is wished.</param>
    /// <param name="contextsOf">The semantic model of a project, with its configuration, on the compilation that the generators have added to.</param>
    /// <param name="cancellationToken">Ends the work; nothing is changed then.</param>
    public static async Task<GraduationResult> ApplyAsync(
        Solution solution, IEnumerable<GraduationRequest> requests, Func<Project, CancellationToken, Task<ContextModel>> contextsOf, CancellationToken cancellationToken)
    {
        var graduated = ImmutableArray.CreateBuilder<string>();
        var removed = ImmutableArray.CreateBuilder<string>();
        var refusals = ImmutableArray.CreateBuilder<Refusal>();
        foreach (var group in requests.GroupBy(request => request.Project).OrderBy(group => solution.GetProject(group.Key)?.Name, StringComparer.Ordinal))
        {
            var project = solution.GetProject(group.Key)!;
            var run = new ProjectGraduation(project, await contextsOf(project, cancellationToken).ConfigureAwait(false), cancellationToken);
            solution = await run.ApplyAsync(group.Select(request => request.Member)).ConfigureAwait(false);
            graduated.AddRange(run.Graduated);
            removed.AddRange(run.Removed);
            refusals.AddRange(run.Refusals);
        }

        return new(solution, graduated.ToImmutable(), removed.ToImmutable(), refusals.ToImmutable());
    }
}
