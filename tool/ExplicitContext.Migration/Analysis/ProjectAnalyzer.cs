using System.Collections.Immutable;
using System.Globalization;
using ExplicitContext.Analyzers.Reporting;
using ExplicitContext.Migration.Inventory;
using ExplicitContext.Migration.Loading;
using ExplicitContext.Model.Baseline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ExplicitContext.Migration.Analysis;

/// <summary>Runs all our analyzers over one compilation, as a build of the project would: generators first, with its configuration and its baseline.</summary>
internal sealed class ProjectAnalyzer
{
    private const string AnalyzerFailed = "AD0001";
    private readonly LoadedProject project;
    private readonly Project source;
    private readonly Compilation compilation;
    private readonly BaselineMembers members;

    private ProjectAnalyzer(LoadedProject project, Project source, Compilation compilation)
    {
        this.project = project;
        this.source = source;
        this.compilation = compilation;
        members = new BaselineMembers(compilation);
    }

    public static async Task<ProjectFindings> RunAsync(Solution solution, LoadedProject project, ScannedPaths paths, CancellationToken cancellationToken)
    {
        var source = solution.GetProject(project.Id)!;
        var compilation = (await source.GetCompilationAsync(cancellationToken).ConfigureAwait(false))!;
        return await new ProjectAnalyzer(project, source, compilation).RunAsync(paths, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ProjectFindings> RunAsync(ScannedPaths paths, CancellationToken cancellationToken)
    {
        var options = source.AnalyzerOptions;
        var diagnostics = await compilation.WithAnalyzers(ShippedRules.Analyzers(), new CompilationWithAnalyzersOptions(
            new AnalyzerOptions(options.AdditionalFiles, new ReportingOptions(options.AnalyzerConfigOptionsProvider)),
            onAnalyzerException: null,
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false,
            reportSuppressedDiagnostics: true)).GetAnalyzerDiagnosticsAsync(cancellationToken).ConfigureAwait(false);

        var baseline = source.AdditionalDocuments.FirstOrDefault(document => document.FilePath is { } path && BaselineFile.IsMatch(path));
        return new ProjectFindings(
            project.Name,
            baseline?.FilePath ?? Path.Combine(Path.GetDirectoryName(project.Path)!, BaselineFile.Name),
            baseline is null ? null : (await baseline.GetTextAsync(cancellationToken).ConfigureAwait(false)).ToString(),
            StaleEntry.SeverityUnder(options.AnalyzerConfigOptionsProvider.GlobalOptions),
            [.. diagnostics.Where(diagnostic => diagnostic.Id != AnalyzerFailed).Select(diagnostic => Describe(diagnostic)).OfType<CodeFinding>()],
            [.. Problems(diagnostics, paths, cancellationToken)]);
    }

    private CodeFinding? Describe(Diagnostic diagnostic)
    {
        if (CodePlace.Of(diagnostic.Location) is null) return null;
        var properties = diagnostic.Properties;
        var finding = CodeFinding.Of(diagnostic) with { Suppression = diagnostic.IsSuppressed ? Justification(diagnostic) : null };
        if (properties.GetValueOrDefault(FindingProperties.Member) is not { } member) return finding;
        var chain = Chain(properties);
        return finding with
        {
            Key = new BaselineKey(diagnostic.Id, member, properties.GetValueOrDefault(FindingProperties.Subject) ?? ""),
            Member = CodeMember.Of(member, members.Find(member)),
            IsRecorded = properties.ContainsKey(FindingProperties.Baselined),
            Chain = new(chain),
            Related = new(chain.IsEmpty ? [.. diagnostic.AdditionalLocations.Select(CodePlace.Of).OfType<CodePlace>()] : []),
        };
    }

    private string Justification(Diagnostic diagnostic) =>
        diagnostic.GetSuppressionInfo(compilation)?.Attribute?.NamedArguments.FirstOrDefault(argument => argument.Key == "Justification").Value.Value as string ?? "";

    private ImmutableArray<ChainStep> Chain(ImmutableDictionary<string, string?> properties) => properties.GetValueOrDefault(FixProperties.Chain) is { Length: > 0 } chain
        ? [.. chain.Split('\n').Select(Step)]
        : [];

    // A link is the name of an assembly, a slash, and a documentation ID; projects reference each other by source, so places lie in any of them.
    private ChainStep Step(string key)
    {
        var id = key[(key.IndexOf('/', StringComparison.Ordinal) + 1)..];
        var symbols = DocumentationCommentId.GetSymbolsForDeclarationId(id, compilation);
        var symbol = symbols.FirstOrDefault(candidate => key.StartsWith($"{candidate.ContainingAssembly?.Name}/", StringComparison.Ordinal)) ?? symbols.FirstOrDefault();
        return new ChainStep(CodeMember.Of(id, symbol), CodePlace.Of(symbol?.Locations.FirstOrDefault(location => location.IsInSource)));
    }

    private static string FirstLine(Diagnostic failed) => failed.GetMessage(CultureInfo.InvariantCulture).Split('\r', '\n')[0];

    private IEnumerable<string> Problems(ImmutableArray<Diagnostic> diagnostics, ScannedPaths paths, CancellationToken cancellationToken)
    {
        foreach (var failed in diagnostics.Where(diagnostic => diagnostic.Id == AnalyzerFailed))
            yield return $"{paths.Relative(project.Path)}: a rule failed, so its findings are missing: {FirstLine(failed)} Please report it, with the code that it failed on.";

        var errors = compilation.GetDiagnostics(cancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        if (errors.MinBy(error => (error.Location.GetLineSpan().Path, error.Location.SourceSpan.Start)) is { } first)
        {
            var place = first.Location.IsInSource ? $"{paths.Place(first.Location)}: " : "";
            yield return $"{paths.Relative(project.Path)}: the project does not compile, so findings are missing. First: {place}{first.Id}: {first.GetMessage(CultureInfo.InvariantCulture)} Mend it until `dotnet build` passes, then try again.";
        }
    }
}
