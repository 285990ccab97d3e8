using System.Collections.Immutable;
using ExplicitContext.Migration.Loading;
using ExplicitContext.Model;
using ExplicitContext.Model.Configuration;
using ExplicitContext.Model.Reach;
using ExplicitContext.Model.StaticState;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Migration.Inventory;

/// <summary>One project on its way into an inventory: its compilation, and what is found in it.</summary>
internal sealed class ProjectScan
{
    private readonly Compilation compilation;
    private readonly ImmutableHashSet<SyntaxTree> generated;
    private readonly ScannedPaths paths;

    private ProjectScan(LoadedProject project, Compilation compilation, ImmutableHashSet<SyntaxTree> generated, ContextModel contexts, ScannedPaths paths)
    {
        Project = project;
        Contexts = contexts;
        this.compilation = compilation;
        this.generated = generated;
        this.paths = paths;
    }

    public LoadedProject Project { get; }

    public ContextModel Contexts { get; }

    public ImmutableArray<Diagnostic> Errors { get; private set; } = [];

    public ImmutableArray<StaticMember> StaticState { get; private set; } = [];

    public int HarmlessReadOnly { get; private set; }

    /// <summary>The accessors that the configuration names or that are declared here with an attribute.</summary>
    public ImmutableArray<ISymbol> DeclaredAccessors { get; private set; } = [];

    /// <summary>One for each file; empty until <see cref="Summarize"/>.</summary>
    public ImmutableArray<TreeSummary> Summaries { get; private set; } = [];

    public int Files => compilation.SyntaxTrees.Count();

    public int FilesWithErrors => Errors.Select(error => error.Location.SourceTree).Distinct().Count();

    public static async Task<ProjectScan> CreateAsync(
        LoadedSolution loaded, LoadedProject project, ContextConfiguration configuration, ScannedPaths paths, CancellationToken cancellationToken)
    {
        var source = loaded.Solution.GetProject(project.Id)!;
        var compilation = (await source.GetCompilationAsync(cancellationToken).ConfigureAwait(false))!;
        var generatedDocuments = await source.GetSourceGeneratedDocumentsAsync(cancellationToken).ConfigureAwait(false);
        var fromGenerators = await Task.WhenAll(generatedDocuments.Select(document => document.GetSyntaxTreeAsync(cancellationToken))).ConfigureAwait(false);
        var generated = compilation.SyntaxTrees.Where(tree => GeneratedFiles.Contains(tree, cancellationToken)).Concat(fromGenerators.OfType<SyntaxTree>());
        return new ProjectScan(project, compilation, [.. generated], ContextModel.Create(compilation, configuration, cancellationToken), paths);
    }

    /// <summary>Finds the errors, the static state and the declared accessors. The figures of a project with errors are a lower bound.</summary>
    public void Examine(CancellationToken cancellationToken)
    {
        Errors = [.. compilation.GetDiagnostics(cancellationToken)
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .OrderBy(error => error.Location.GetLineSpan().Path, StringComparer.Ordinal)
            .ThenBy(error => error.Location.SourceSpan.Start)];

        var classifier = new StaticStateClassifier(compilation, Contexts);
        var written = SourceTypes.Of(compilation.Assembly).SelectMany(type => type.GetMembers()).Where(IsWritten).ToArray();
        StaticState = [.. written.Select(member => classifier.Classify(member, cancellationToken)).OfType<StaticState>().Select(Describe)];
        HarmlessReadOnly = written.Count(member => classifier.IsHarmlessReadOnly(member, cancellationToken));
        DeclaredAccessors = [.. written.Select(Contexts.GetAmbientAccessor).Concat(Contexts.ConfiguredAccessors).OfType<AmbientAccessor>().Select(accessor => accessor.Symbol)];
    }

    /// <summary>Binds every body. Calls back after each file, from any thread.</summary>
    public void Summarize(Action onFile, CancellationToken cancellationToken) => Summaries = [.. compilation.SyntaxTrees
        .AsParallel().AsOrdered().WithCancellation(cancellationToken)
        .Select(tree =>
        {
            var summary = TreeSummarizer.Summarize(compilation.GetSemanticModel(tree), Contexts, cancellationToken);
            onFile();
            return summary;
        })];

    /// <summary>The name of an accessor of which only the documentation ID is known, or null where it is not in sight here.</summary>
    public string? NameOf(string documentationId) =>
        DocumentationCommentId.GetFirstSymbolForDeclarationId(documentationId, compilation) is { } symbol ? Contexts.GetAmbientAccessor(symbol)?.DisplayName : null;

    private bool IsWritten(ISymbol member) => member.IsStatic && member.Locations.Any(location => location.SourceTree is { } tree && !generated.Contains(tree));

    private StaticMember Describe(StaticState state) => new(
        state.Member.GetDocumentationCommentId()!,
        state.Member.ContainingType.ToDisplayString(),
        state.Member.Name,
        state.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
        state.Shape,
        state.Kind,
        state.IsSingleton,
        paths.Place(state.Member.Locations.First(location => location.IsInSource)));
}
