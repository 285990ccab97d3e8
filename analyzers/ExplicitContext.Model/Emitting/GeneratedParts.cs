using ExplicitContext.Model.Rewriting;

namespace ExplicitContext.Model.Emitting;

/// <summary>What generating came to.</summary>
/// <param name="Files">The generated files.</param>
/// <param name="Findings">What could not be generated.</param>
/// <param name="LacksBodies">Whether the body of a partial member is among that, so that the compilation stops at a declaration.</param>
public sealed record GeneratedParts(EquatableArray<GeneratedFile> Files, EquatableArray<GenerationFinding> Findings, bool LacksBodies = false)
{
    /// <summary>Nothing asked for, nothing generated.</summary>
    public static GeneratedParts Empty { get; } = new(default, default);

    /// <summary>Files and findings, put in an order that does not depend on that of the requests.</summary>
    internal static GeneratedParts Of(IEnumerable<GeneratedFile> files, IEnumerable<GenerationFinding> findings, bool lacksBodies) => new(
        new([.. files.OrderBy(file => file.HintName, StringComparer.Ordinal)]),
        new([.. findings.Distinct().OrderBy(finding => finding.Symbol, StringComparer.Ordinal).ThenBy(finding => finding.Message, StringComparer.Ordinal)]),
        lacksBodies);
}
