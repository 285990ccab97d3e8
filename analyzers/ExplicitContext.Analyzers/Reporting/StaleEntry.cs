using ExplicitContext.Model.Baseline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Analyzers.Reporting;

/// <summary>ECTX0004: a line of the baseline that records more than is found. An error in continuous integration, a warning elsewhere.</summary>
public static class StaleEntry
{
    /// <summary>The rule; every analyzer that reports through the <see cref="FindingReporter"/> supports it.</summary>
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.StaleBaselineEntry,
        "Stale baseline entry",
        "'{0}' in '{1}' is recorded {2}, but {3}: {4}, or run 'explicit-context baseline prune'",
        RuleCategories.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A record of debt that is paid lets the same debt come back unseen.",
        RulePage.For(RuleIds.StaleBaselineEntry));

    /// <summary>How severe a stale entry is in a build with these global options.</summary>
    public static DiagnosticSeverity SeverityUnder(AnalyzerConfigOptions options) => options.IsTrue(HostOptions.ContinuousIntegration) ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning;

    /// <summary>The diagnostic at the entry's line.</summary>
    /// <param name="path">The baseline.</param>
    /// <param name="text">Its text.</param>
    /// <param name="entry">The line.</param>
    /// <param name="found">How many findings there are, or null where the member itself is gone.</param>
    /// <param name="severity">How severe that is here.</param>
    public static Diagnostic Report(string path, SourceText? text, BaselineEntry entry, int? found, DiagnosticSeverity severity) => Diagnostic.Create(
        Rule,
        LocationOf(path, text, entry.Line),
        severity,
        additionalLocations: null,
        properties: null,
        entry.Key.Subject.Length == 0 ? entry.Key.Rule : $"{entry.Key.Rule} {entry.Key.Subject}",
        entry.Key.Member,
        Times(entry.Count),
        found is null ? "there is no such member" : found == 0 ? "no longer found" : $"found {Times(found.Value)}",
        found is null or 0 ? "remove the line" : found == 1 ? "remove the count" : $"lower the count to {found}");

    /// <summary>The place of a line of the baseline.</summary>
    public static Location LocationOf(string path, SourceText? text, int line)
    {
        var lines = text?.Lines;
        var span = lines is not null && line < lines.Count ? lines[line].Span : default;
        return Location.Create(path, span, lines?.GetLinePositionSpan(span) ?? default);
    }

    private static string Times(int count) => count switch { 1 => "once", 2 => "twice", _ => $"{count} times" };
}
