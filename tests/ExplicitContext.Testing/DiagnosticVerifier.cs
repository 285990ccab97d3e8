using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace ExplicitContext.Testing;

/// <summary>Runs analyzers over a project and holds what they and the compiler report against the markup.</summary>
public static class DiagnosticVerifier
{
    /// <summary>The compiler's errors and all that the analyzers report, by file and position.</summary>
    public static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(Project project, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var compilation = await Inferred.CompilationOf(project);
        var withAnalyzers = compilation.WithAnalyzers(analyzers, new CompilationWithAnalyzersOptions(
            project.AnalyzerOptions,
            onAnalyzerException: null,
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false,
            reportSuppressedDiagnostics: false));
        var reported = await withAnalyzers.GetAnalyzerDiagnosticsAsync();
        return
        [
            .. compilation.GetDiagnostics()
                .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
                .Concat(reported)
                .OrderBy(diagnostic => diagnostic.Location.GetLineSpan().Path, StringComparer.Ordinal)
                .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)
                .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>Fails on a diagnostic that is not marked, and on a mark without its diagnostic.</summary>
    internal static void Verify(IEnumerable<ExpectedDiagnostic> expected, ImmutableArray<Diagnostic> actual, DiagnosticAnalyzer analyzer)
    {
        var missing = expected.ToList();
        var unexpected = new List<Diagnostic>();
        foreach (var diagnostic in actual)
        {
            var match = missing.FindIndex(mark => mark.Path == diagnostic.Location.GetLineSpan().Path
                && mark.Mark.Span == diagnostic.Location.SourceSpan
                && (mark.Mark.Id ?? OnlyRuleOf(analyzer)) == diagnostic.Id);
            if (match >= 0)
                missing.RemoveAt(match);
            else
                unexpected.Add(diagnostic);
        }

        if (missing.Count + unexpected.Count > 0)
            Assert.Fail(Describe(missing, unexpected));
    }

    // Beside its own rules, an analyzer may report stale entries of a baseline, which stand in another file.
    private static string OnlyRuleOf(DiagnosticAnalyzer analyzer) => analyzer.SupportedDiagnostics.RemoveAll(rule => rule.Id == "ECTX0004") is [var only]
        ? only.Id
        : throw new FormatException($"{analyzer.GetType().Name} has several rules: mark with {{|ID:...|}} instead of [|...|].");

    private static string Describe(IEnumerable<ExpectedDiagnostic> missing, IEnumerable<Diagnostic> unexpected)
    {
        var lines = missing.Select(mark => $"  marked, not reported: {mark.Path} {mark.Mark.Id} at {mark.Mark.Span}")
            .Concat(unexpected.Select(diagnostic => $"  reported, not marked: {diagnostic} at {Excerpt(diagnostic.Location)}"));
        return "The diagnostics differ from the markup." + Environment.NewLine + string.Join(Environment.NewLine, lines);
    }

    private static string Excerpt(Location location) =>
        location.SourceTree?.GetText().ToString(location.SourceSpan) is { } text ? $"'{text}' {location.SourceSpan}" : location.SourceSpan.ToString();
}
