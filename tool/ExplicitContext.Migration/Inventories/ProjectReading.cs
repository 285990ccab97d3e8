using System.Collections.Concurrent;
using System.Collections.Immutable;
using ExplicitContext.Migration.Loading;
using ExplicitContext.Model;
using ExplicitContext.Model.Configuration;
using ExplicitContext.Model.Reach;
using ExplicitContext.Model.StaticState;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Migration.Inventories;

/// <summary>What one project adds to an inventory. Holds no compilation, so that a large solution need not stay in memory.</summary>
internal sealed class ProjectReading
{
    public required ProjectInventory Inventory { get; init; }

    public required ImmutableArray<TreeSummary> Summaries { get; init; }

    public required ImmutableArray<StaticMember> StaticState { get; init; }

    /// <summary>The keys of the accessors that the configuration names, also where nobody reads them.</summary>
    public required ImmutableArray<string> ConfiguredAccessors { get; init; }

    public required ImmutableArray<ConfigurationProblem> ConfigurationProblems { get; init; }

    public required ImmutableHashSet<string> ConfigurationPaths { get; init; }

    /// <summary>At most one sentence on the project's compile errors.</summary>
    public required ImmutableArray<string> Errors { get; init; }

    public static async Task<ProjectReading> ReadAsync(
        LoadedProject loaded, Solution solution, IReadOnlyList<ConfigurationFile> extra, RelativePaths paths, CancellationToken cancellationToken)
    {
        var project = solution.GetProject(loaded.Id)!;
        var compilation = (await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false))!;
        var files = extra.Concat(await ConfigurationOf(project, cancellationToken).ConfigureAwait(false)).DistinctBy(file => file.Path).ToImmutableArray();
        var contexts = ContextModel.Create(compilation, ContextConfiguration.Parse(files), cancellationToken);
        var summaries = Summarize(compilation, contexts, cancellationToken);
        var errors = compilation.GetDiagnostics(cancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToImmutableArray();
        var keys = new MemberKeys();
        return new ProjectReading
        {
            Inventory = new ProjectInventory(
                loaded.Name, paths.Of(loaded.Path), loaded.TargetFramework, compilation.SyntaxTrees.Count(), summaries.Sum(summary => summary.Members.Count), errors.Length),
            Summaries = summaries,
            StaticState = [.. StaticStateOf(compilation, loaded.Name, paths, cancellationToken)],
            ConfiguredAccessors = [.. contexts.ConfiguredAccessors.Select(accessor => keys.Of(accessor.Symbol)).OfType<string>()],
            ConfigurationProblems = contexts.Problems,
            ConfigurationPaths = [.. files.Select(file => file.Path)],
            Errors = [.. ErrorSentence(loaded, errors, paths)],
        };
    }

    private static ImmutableArray<TreeSummary> Summarize(Compilation compilation, ContextModel contexts, CancellationToken cancellationToken)
    {
        var summaries = new ConcurrentBag<TreeSummary>();
        var options = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.ForEach(compilation.SyntaxTrees, options, tree => summaries.Add(TreeSummarizer.Summarize(compilation.GetSemanticModel(tree), contexts, cancellationToken)));
        return [.. summaries.OrderBy(summary => summary.Path, StringComparer.Ordinal)];
    }

    private static async Task<IEnumerable<ConfigurationFile>> ConfigurationOf(Project project, CancellationToken cancellationToken)
    {
        var files = new List<ConfigurationFile>();
        foreach (var document in project.AdditionalDocuments.Where(document => ConfigurationFile.IsMatch(document.FilePath ?? document.Name)))
        {
            var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
            files.Add(new ConfigurationFile(document.FilePath ?? document.Name, text.ToString()));
        }

        return files;
    }

    private static IEnumerable<StaticMember> StaticStateOf(Compilation compilation, string project, RelativePaths paths, CancellationToken cancellationToken)
    {
        var classifier = new StaticStateClassifier(compilation);
        foreach (var member in SourceTypes.Of(compilation.Assembly).SelectMany(type => type.GetMembers()).Where(member => member is IFieldSymbol or IPropertySymbol or IEventSymbol))
        {
            if (classifier.Classify(member, cancellationToken) is { } state && state.Member.Locations.FirstOrDefault(location => location.IsInSource)?.GetLineSpan() is { } span)
            {
                yield return new StaticMember(
                    $"{member.ContainingType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}.{member.Name}",
                    project,
                    new Place(paths.Of(span.Path), span.StartLinePosition.Line + 1),
                    state.Shape.Word(),
                    state.Kind.Word(),
                    member.DeclaredAccessibility == Accessibility.Public && member.ContainingType.DeclaredAccessibility == Accessibility.Public);
            }
        }
    }

    private static IEnumerable<string> ErrorSentence(LoadedProject project, ImmutableArray<Diagnostic> errors, RelativePaths paths)
    {
        if (errors.IsEmpty)
        {
            yield break;
        }

        var first = errors.OrderBy(error => error.Location.GetLineSpan().Path, StringComparer.Ordinal).ThenBy(error => error.Location.SourceSpan.Start).First();
        var files = errors.Select(error => error.Location.SourceTree?.FilePath).Distinct().Count();
        var place = first.Location.IsInSource ? $"{new Place(paths.Of(first.Location.GetLineSpan().Path), first.Location.GetLineSpan().StartLinePosition.Line + 1)}: " : "";
        yield return $"{place}{first.GetMessage()} ({first.Id}). {project.Name} has {errors.Length} compile error{(errors.Length == 1 ? "" : "s")} in {files} file{(files == 1 ? "" : "s")}; what does not bind is not counted. Mend {(errors.Length == 1 ? "it" : "them")} and scan again.";
    }
}
