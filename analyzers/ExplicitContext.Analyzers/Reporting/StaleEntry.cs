using ExplicitContext.Model.Baseline;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Analyzers.Reporting;

/// <summary>ECTX0004: a line of the baseline that records more than is found. An error in continuous integration, a warning elsewhere.</summary>
internal static class StaleEntry
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

    /// <summary>The diagnostic at the entry's line.</summary>
    /// <param name="file">The baseline.</param>
    /// <param name="entry">The line.</param>
    /// <param name="found">How many findings there are, or null where the member itself is gone.</param>
    /// <param name="severity">How severe that is here.</param>
    public static Diagnostic Report(AdditionalText file, BaselineEntry entry, int? found, DiagnosticSeverity severity) => Diagnostic.Create(
        Rule,
        LocationOf(file, entry.Line),
        severity,
        additionalLocations: null,
        properties: null,
        entry.Key.Subject.Length == 0 ? entry.Key.Rule : $"{entry.Key.Rule} {entry.Key.Subject}",
        entry.Key.Member,
        Times(entry.Count),
        found is null ? "there is no such member" : found == 0 ? "no longer found" : $"found {Times(found.Value)}",
        found is null or 0 ? "remove the line" : found == 1 ? "remove the count" : $"lower the count to {found}");

    /// <summary>The place of a line of the baseline.</summary>
    public static Location LocationOf(AdditionalText file, int line)
    {
        var lines = file.GetText()?.Lines;
        var span = lines is not null && line < lines.Count ? lines[line].Span : default;
        return Location.Create(file.Path, span, lines?.GetLinePositionSpan(span) ?? default);
    }

    private static string Times(int count) => count switch { 1 => "once", 2 => "twice", _ => $"{count} times" };
}
