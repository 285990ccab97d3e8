using System.Globalization;
using ExplicitContext.Model;
using ExplicitContext.Model.Baseline;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Migration.Analysis;

/// <summary>What one of our rules says of one place. Holds no symbols: it outlives the compilation and is equal by value.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Severity">How severe it is there.</param>
/// <param name="Message">What the rule says, in English.</param>
/// <param name="Place">Where.</param>
/// <param name="Key">What a baseline knows it by; null for what is said of configuration, which no baseline records.</param>
/// <param name="Member">The member that it belongs to.</param>
/// <param name="IsRecorded">Whether the baseline records it.</param>
/// <param name="Suppression">Why it is suppressed in the source: the justification, empty where none is given; null where it is not suppressed.</param>
/// <param name="Chain">The members that lead from here to the ambient; empty where the rule knows of none.</param>
/// <param name="Related">Other places that one should look at.</param>
public sealed record CodeFinding(
    string RuleId,
    DiagnosticSeverity Severity,
    string Message,
    CodePlace Place,
    BaselineKey? Key,
    CodeMember? Member,
    bool IsRecorded,
    string? Suppression,
    EquatableArray<ChainStep> Chain,
    EquatableArray<CodePlace> Related)
{
    /// <summary>Whether the baseline has to say something about it, and says nothing, and the level of the place takes exception to that.</summary>
    public bool IsNew => Key is not null && !IsRecorded && Suppression is null && Severity >= DiagnosticSeverity.Warning;

    /// <summary>A diagnostic in a file that no baseline speaks of.</summary>
    internal static CodeFinding Of(Diagnostic diagnostic) => new(
        diagnostic.Id,
        diagnostic.Severity,
        diagnostic.GetMessage(CultureInfo.InvariantCulture),
        CodePlace.Of(diagnostic.Location)!,
        Key: null,
        Member: null,
        IsRecorded: false,
        Suppression: null,
        Chain: default,
        Related: default);
}
