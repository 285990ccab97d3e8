using System.Collections.Immutable;
using ExplicitContext.Model.Baseline;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Analyzers.Reporting;

/// <summary>
/// The findings of one member for which something is recorded, until all are together. Then those that are recorded are told from the surplus,
/// which begins where the record ends, in the order of the source. Safe for concurrent use until then.
/// </summary>
internal sealed class MemberFindings(ImmutableArray<(AdditionalText File, BaselineEntry Entry)> recorded, Func<Finding, BaselineKey> keyOf)
{
    private readonly List<Finding> findings = [];

    public void Add(IEnumerable<Finding> several)
    {
        lock (findings)
            findings.AddRange(several.Where(finding => !finding.IsSilenced));
    }

    /// <summary>Each finding with its key, and whether it is recorded.</summary>
    public IEnumerable<(Finding Finding, BaselineKey Key, bool IsRecorded)> Matched() =>
        from ofKey in findings.GroupBy(keyOf)
        let count = recorded.Where(line => line.Entry.Key == ofKey.Key).Sum(line => line.Entry.Count)
        from found in InOrder(ofKey, mayRunOver: count > 0 && ofKey.Count() > count).Select((finding, position) => (finding, ofKey.Key, position < count))
        select found;

    /// <summary>The entries that record more than there is, with what there is.</summary>
    public IEnumerable<(AdditionalText File, BaselineEntry Entry, int Found)> Stale() =>
        from line in recorded
        let found = findings.Count(finding => keyOf(finding) == line.Entry.Key)
        where found < line.Entry.Count
        select (line.File, line.Entry, found);

    // What is suppressed comes last: it must not use up a record that another finding needs.
    private static IEnumerable<Finding> InOrder(IEnumerable<Finding> findings, bool mayRunOver) => findings
        .OrderBy(finding => mayRunOver && Pragmas.Disable(finding.Rule.Id, finding.Location))
        .ThenBy(finding => finding.Location.SourceTree?.FilePath, StringComparer.Ordinal)
        .ThenBy(finding => finding.Location.SourceSpan.Start);
}
