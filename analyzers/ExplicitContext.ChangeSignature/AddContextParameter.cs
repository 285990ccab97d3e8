using ExplicitContext.ChangeSignature.Planning;
using ExplicitContext.ChangeSignature.Verifying;
using ExplicitContext.ChangeSignature.Writing;
using ExplicitContext.Model;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.ChangeSignature;

/// <summary>
/// Lets members take their context as a parameter: every declaration of each, the ambient reads in them, and everything that refers to them.
/// Callers hand on what they have, else the ambient. What cannot be changed as a whole is left as it is, with the reason, so that the result
/// always compiles. The result depends on nothing but the solution and the order of the requests.
/// </summary>
public sealed class AddContextParameter
{
    private readonly SourceFiles files;
    private readonly IReadOnlyList<SignatureChange> planned;
    private readonly List<Refusal> refusals;

    private AddContextParameter(SourceFiles files, IReadOnlyList<SignatureChange> planned, IEnumerable<Refusal> refusals)
    {
        this.files = files;
        this.planned = planned;
        this.refusals = [.. refusals];
    }

    /// <summary>Applies requests in one pass. A member that takes the context already is left alone.</summary>
    /// <param name="solution">The solution; it may have errors.</param>
    /// <param name="requests">What is wished; the same wish twice is one.</param>
    /// <param name="contextsOf">The semantic model of a project, with its configuration.</param>
    /// <param name="options">What may be done.</param>
    /// <param name="cancellationToken">Ends the work; nothing is changed then.</param>
    public static async Task<ChangeResult> ApplyAsync(
        Solution solution,
        IEnumerable<ContextRequest> requests,
        Func<Project, CancellationToken, Task<ContextModel>> contextsOf,
        ChangeOptions options,
        CancellationToken cancellationToken)
    {
        var files = new SourceFiles(solution, contextsOf);
        var planner = new ChangePlanner(files, options);
        var planned = await planner.PlanAsync(requests, cancellationToken).ConfigureAwait(false);
        return await new AddContextParameter(files, planned, planner.Refusals).ApplyAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes and verifies; what does harm is dropped, and the rest is written anew.</summary>
    private async Task<ChangeResult> ApplyAsync(CancellationToken cancellationToken)
    {
        var compiling = new CompileCheck(files.Solution);
        var changes = planned;
        while (changes.Count > 0)
        {
            var draft = await WriteAsync(changes, cancellationToken).ConfigureAwait(false);
            var after = draft.Failures.Count == 0 ? await draft.ApplyToAsync(files.Solution, cancellationToken).ConfigureAwait(false) : files.Solution;
            var failures = draft.Failures;
            if (failures.Count == 0)
            {
                var changed = await new MeaningCheck(files, changes).ChangedUsesAsync(draft, after, cancellationToken).ConfigureAwait(false);
                if (NameArguments(changed))
                    continue;
                failures = await compiling.FailuresAsync(draft, after, changes, cancellationToken).ConfigureAwait(false);
                if (failures.Count == 0)
                    failures = [.. changed.Select(use => (use.Change, use.Use.Location, MeaningOf(use.Use)))];
            }

            if (failures.Count == 0)
                return new(after, [.. changes.SelectMany(change => change.Members)], [.. refusals]);
            changes = Drop(changes, failures);
        }

        return new(files.Solution, [], [.. refusals]);
    }

    private async Task<Draft> WriteAsync(IReadOnlyList<SignatureChange> changes, CancellationToken cancellationToken)
    {
        var draft = new Draft();
        var handed = new HandedContext(files, changes);
        var declarations = new DeclarationWriter(draft);
        var references = new ReferenceWriter(files, handed, draft);
        var constructors = new BaseConstructorWriter(files, handed, draft);
        foreach (var change in changes)
        {
            foreach (var declaration in change.Declarations)
                await declarations.WriteAsync(change, declaration, cancellationToken).ConfigureAwait(false);
            foreach (var reference in change.References)
                await references.WriteAsync(change, reference, cancellationToken).ConfigureAwait(false);
            await constructors.WriteAsync(change, cancellationToken).ConfigureAwait(false);
        }

        return draft;
    }

    /// <summary>Calls that went elsewhere with the argument in its position get it by name; whether there are any that did not have it so already.</summary>
    private static bool NameArguments(IReadOnlyList<(SignatureChange Change, Reference Use)> changed)
    {
        var isAny = false;
        foreach (var (change, use) in changed)
            isAny |= change.References.Any(reference => reference.Place == use.Place) && change.Named.Add(use.Place);
        return isAny;
    }

    private IReadOnlyList<SignatureChange> Drop(IReadOnlyList<SignatureChange> changes, IReadOnlyList<(SignatureChange Change, Location Location, string Reason)> failures)
    {
        foreach (var failure in failures.GroupBy(failure => failure.Change).Select(group => group.First()))
            refusals.AddRange(failure.Change.Requested.Select(member => new Refusal(member, failure.Location, failure.Reason)));
        return [.. changes.Where(change => failures.All(failure => failure.Change != change))];
    }

    private static string MeaningOf(Reference use)
    {
        var line = use.Location.GetLineSpan();
        return $"'{use.Location.SourceTree!.GetText().ToString(use.Span)}' at {Path.GetFileName(line.Path)}:{line.StartLinePosition.Line + 1} would mean another member.";
    }
}
