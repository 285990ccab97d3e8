using System.Collections.Immutable;
using System.Globalization;
using ExplicitContext.Model;
using ExplicitContext.Model.Configuration;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Analyzers.Reporting;

/// <summary>What a rule found at one place. How severe it is, and whether it is recorded debt, is decided by the <see cref="FindingReporter"/>.</summary>
/// <param name="rule">The rule.</param>
/// <param name="location">Where the squiggle goes.</param>
/// <param name="subject">The symbol that the finding is about: the accessor that is read, the member that is called. With the rule and the containing member it is what the finding is known by from one edit to the next.</param>
/// <param name="arguments">What the message is filled with.</param>
internal sealed class Finding(DiagnosticDescriptor rule, Location location, ISymbol subject, params object?[] arguments)
{
    public DiagnosticDescriptor Rule { get; } = rule;

    public Location Location { get; } = location;

    public ISymbol Subject { get; } = subject;

    public object?[] Arguments { get; } = arguments;

    /// <summary>The ambient accessor whose configuration may say how severe the finding is; null where none is concerned.</summary>
    public AmbientAccessor? Accessor { get; init; }

    /// <summary>How severe it is, of a rule that does not follow the level; null where the level decides.</summary>
    public DiagnosticSeverity? Severity { get; init; }

    /// <summary>What a fix needs; see <see cref="FixProperties"/>.</summary>
    public ImmutableDictionary<string, string?> Properties { get; init; } = ImmutableDictionary<string, string?>.Empty;

    /// <summary>Where else one should look: the links of a chain, the other declaration.</summary>
    public ImmutableArray<Location> AdditionalLocations { get; init; } = [];

    /// <summary>Whether the configuration wants to hear nothing of the accessor, whatever severity the rule has.</summary>
    public bool IsSilenced => Accessor?.Level == Level.None;

    /// <summary>The finding as a host takes it, with what the configuration says to do instead behind the message of the rule.</summary>
    public Diagnostic ToDiagnostic(DiagnosticSeverity severity, ImmutableDictionary<string, string?> properties) => Accessor?.Message is { } advice
        ? Diagnostic.Create(
            Rule.Id,
            Rule.Category,
            $"{string.Format(CultureInfo.InvariantCulture, Rule.MessageFormat.ToString(CultureInfo.InvariantCulture), Arguments)}. {advice}",
            severity,
            Rule.DefaultSeverity,
            Rule.IsEnabledByDefault,
            warningLevel: severity == DiagnosticSeverity.Error ? 0 : 1,
            isSuppressed: false,
            Rule.Title,
            Rule.Description,
            Rule.HelpLinkUri,
            Location,
            AdditionalLocations,
            Rule.CustomTags,
            properties)
        : Diagnostic.Create(Rule, Location, severity, AdditionalLocations, properties, Arguments);
}
