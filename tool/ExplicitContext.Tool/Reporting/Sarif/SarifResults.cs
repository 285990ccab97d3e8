using System.Collections.Immutable;
using System.Globalization;
using ExplicitContext.Migration.Analysis;
using ExplicitContext.Model.Baseline;

namespace ExplicitContext.Tool.Reporting.Sarif;

/// <summary>Turns findings into results: each place once, though several projects or frameworks compile it.</summary>
internal sealed class SarifResults(SolutionAnalysis analysis, ImmutableArray<string> rules)
{
    private const string Fingerprint = "explicitContext/v1";
    private readonly SarifPlaces places = new(analysis.Root);
    private readonly bool isCompared = analysis.Scopes.Items.Any(scope => scope.Content is not null);

    public IEnumerable<SarifResult> All() => analysis.Scopes.Items
        .SelectMany(Numbered)
        .DistinctBy(numbered => (numbered.Finding.RuleId, numbered.Finding.Place, numbered.Finding.Message))
        .OrderBy(numbered => places.Artifact(numbered.Finding.Place.File).Uri, StringComparer.Ordinal)
        .ThenBy(numbered => numbered.Finding.Place)
        .ThenBy(numbered => numbered.Finding.RuleId, StringComparer.Ordinal)
        .ThenBy(numbered => numbered.Finding.Message, StringComparer.Ordinal)
        .Select(numbered => Result(numbered.Finding, numbered.Fingerprint));

    // The key says which member, the number which of several findings in it: no line, so no edit elsewhere makes another finding of it.
    private static IEnumerable<(CodeFinding Finding, string? Fingerprint)> Numbered(BaselineScope scope)
    {
        var seen = new Dictionary<BaselineKey, int>();
        foreach (var finding in scope.Findings)
        {
            if (finding.Key is not { } key)
            {
                yield return (finding, null);
                continue;
            }

            var number = seen[key] = seen.GetValueOrDefault(key) + 1;
            yield return (finding, string.Create(CultureInfo.InvariantCulture, $"{scope.Name} {key} #{number}"));
        }
    }

    private SarifResult Result(CodeFinding finding, string? fingerprint) => new(
        finding.RuleId,
        rules.IndexOf(finding.RuleId),
        SarifWriter.Level(finding.Severity),
        new(finding.Message),
        [places.Of(finding.Place, finding.Member)],
        finding.Related.Count == 0 ? null : [.. finding.Related.Items.Select((place, position) => places.Of(place, member: null, id: position + 1))],
        finding.Chain.Count == 0 ? null : [CodeFlow(finding)],
        fingerprint is null ? null : new() { [Fingerprint] = fingerprint },
        finding.Suppression is { } justification ? [new("inSource", justification.Length == 0 ? null : justification)] : [],
        !isCompared ? null : finding.IsRecorded ? "unchanged" : "new");

    private SarifCodeFlow CodeFlow(CodeFinding finding) => new([new(
    [
        new(places.Of(finding.Place, finding.Member, message: "The chain begins here.")),
        .. finding.Chain.Items.Select((step, position) => new SarifStep(places.Of(
            step.Place, step.Member, message: position == finding.Chain.Count - 1 ? $"{step.Member.FullName} is ambient." : step.Member.FullName))),
    ])]);
}
