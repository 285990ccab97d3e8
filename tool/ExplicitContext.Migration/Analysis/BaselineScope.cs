using System.Collections.Immutable;
using ExplicitContext.Analyzers.Reporting;
using ExplicitContext.Model;
using ExplicitContext.Model.Baseline;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Migration.Analysis;

/// <summary>
/// One baseline and what it speaks of: a project in all of its target frameworks, or several projects of one folder. What any of these
/// compilations finds is found.
/// </summary>
/// <param name="Path">The full path of the baseline, whether or not it is there.</param>
/// <param name="Name">The name of the project, the first one where there are several.</param>
/// <param name="Content">What it says; null where there is no such file.</param>
/// <param name="Findings">What was found, each place once, in order of file and position.</param>
/// <param name="Found">How often each key was found, suppressed or not.</param>
/// <param name="Debt">What a new baseline would record: the same without keys all of whose findings are suppressed.</param>
public sealed record BaselineScope(string Path, string Name, BaselineFile? Content, EquatableArray<CodeFinding> Findings, Debt Found, Debt Debt)
{
    /// <summary>What the baseline records.</summary>
    public Debt Recorded { get; } = Content?.ToDebt() ?? Debt.None;

    /// <summary>The findings that nothing records and that the level of their place does not merely count.</summary>
    public IEnumerable<CodeFinding> New => Findings.Items.Where(finding => finding.IsNew);

    /// <summary>The entries that record more than was found.</summary>
    public IEnumerable<BaselineEntry> Stale => (Content?.Entries.Items ?? []).Where(entry => Found[entry.Key] < entry.Count);

    /// <summary>Whether a line of the baseline does not parse, so that nothing can be said with certainty.</summary>
    public bool IsMalformed => Content?.Problems.Count > 0;

    internal static BaselineScope Of(string path, string? text, IReadOnlyList<ProjectFindings> compilations)
    {
        var content = text is null ? null : BaselineFile.Parse(text);
        var found = Debt.Union(compilations.Select(compilation => Debt.Of(compilation.Findings.Select(finding => finding.Key).OfType<BaselineKey>())));
        var stale = (content?.Entries.Items ?? []).Where(entry => found[entry.Key] < entry.Count)
            .Select(entry => CodeFinding.Of(StaleEntry.Report(path, SourceText.From(text!), entry, found[entry.Key], compilations[0].StaleSeverity)));
        var findings = compilations.SelectMany(compilation => compilation.Findings)
            .GroupBy(finding => (finding.RuleId, finding.Place, finding.Message))
            .Select(Strictest)
            .Concat(stale)
            .OrderBy(finding => finding.Place)
            .ThenBy(finding => finding.RuleId, StringComparer.Ordinal)
            .ThenBy(finding => finding.Message, StringComparer.Ordinal);
        return new(path, compilations[0].ProjectName, content, new([.. findings]), found, Debt.Union(compilations.Select(compilation => ToRecord(compilation.Findings))));
    }

    // What one framework has recorded may be beyond the record in another.
    private static CodeFinding Strictest(IEnumerable<CodeFinding> same) => same.OrderBy(finding => finding.IsRecorded).ThenByDescending(finding => finding.Severity).First();

    private static Debt ToRecord(ImmutableArray<CodeFinding> findings) => Debt.Of(findings
        .Where(finding => finding.Key is not null)
        .GroupBy(finding => finding.Key!)
        .Where(key => key.Any(finding => finding.Suppression is null))
        .SelectMany(key => key.Select(finding => finding.Key!)));
}
