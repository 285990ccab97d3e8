using ExplicitContext.ChangeSignature.Planning;
using ExplicitContext.ChangeSignature.Writing;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.ChangeSignature.Verifying;

/// <summary>Finds the compiler errors that a draft would bring.</summary>
internal sealed class CompileCheck(Solution before)
{
    private readonly Dictionary<ProjectId, IReadOnlyList<Diagnostic>> known = [];

    /// <summary>The errors that were not there before, each with the change that is nearest to it.</summary>
    public async Task<IReadOnlyList<(SignatureChange Change, Location Location, string Reason)>> FailuresAsync(
        Draft draft, Solution after, IReadOnlyList<SignatureChange> changes, CancellationToken cancellationToken)
    {
        var failures = new List<(SignatureChange, Location, string)>();
        foreach (var project in Concerned(draft))
        {
            if (!known.TryGetValue(project, out var old))
                known.Add(project, old = await ErrorsAsync(before, project, cancellationToken).ConfigureAwait(false));
            var errors = await ErrorsAsync(after, project, cancellationToken).ConfigureAwait(false);
            var expected = new HashSet<(string, DocumentId?, int)>(old.Select(error => Key(error, before, draft.Map)));
            foreach (var error in errors.Where(error => !expected.Contains(Key(error, after, place => place))))
                failures.Add((CauseOf(error, after, draft, changes), error.Location, $"The result would not compile: {error.GetMessage(System.Globalization.CultureInfo.InvariantCulture).TrimEnd('.')} ({error.Id})."));
        }

        return failures;
    }

    /// <summary>The projects that change and those that see them.</summary>
    private IEnumerable<ProjectId> Concerned(Draft draft)
    {
        var graph = before.GetProjectDependencyGraph();
        return draft.Documents.Keys.Select(document => document.ProjectId)
            .SelectMany(project => graph.GetProjectsThatTransitivelyDependOnThisProject(project).Prepend(project))
            .Distinct()
            .OrderBy(project => before.GetProject(project)!.Name, StringComparer.Ordinal);
    }

    private static async Task<IReadOnlyList<Diagnostic>> ErrorsAsync(Solution solution, ProjectId project, CancellationToken cancellationToken) =>
        await solution.GetProject(project)!.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is { } compilation
            ? [.. compilation.GetDiagnostics(cancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && !diagnostic.IsSuppressed)]
            : [];

    private static (string Id, DocumentId? Document, int Position) Key(Diagnostic error, Solution solution, Func<Place, Place> map)
    {
        if (solution.GetDocument(error.Location.SourceTree) is not { } document)
            return (error.Id + error.GetMessage(System.Globalization.CultureInfo.InvariantCulture), null, 0);
        return (error.Id, document.Id, map(new(document.Id, error.Location.SourceSpan.Start)).Position);
    }

    /// <summary>Of the changes that the message names, the one with the nearest edit; else the one with the nearest edit at all.</summary>
    private static SignatureChange CauseOf(Diagnostic error, Solution after, Draft draft, IReadOnlyList<SignatureChange> changes)
    {
        var message = error.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
        var named = new HashSet<SignatureChange>(changes.Where(change => message.Contains(change.Name)));
        if (after.GetDocument(error.Location.SourceTree) is { } document && draft.Documents.TryGetValue(document.Id, out var edits))
        {
            var position = error.Location.SourceSpan.Start;
            if ((edits.NearestTo(position, named.Contains) ?? edits.NearestTo(position, changes.Contains)) is { } nearest)
                return nearest;
        }

        return named.FirstOrDefault() ?? changes[0];
    }
}
