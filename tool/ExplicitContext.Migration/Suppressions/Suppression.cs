using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Migration.Suppressions;

/// <summary>A place in the source that suppresses one rule.</summary>
/// <param name="Rule">The ID of the rule.</param>
/// <param name="Form">How it suppresses.</param>
/// <param name="Location">Where the ID stands in a pragma, or the attribute.</param>
public sealed record Suppression(string Rule, SuppressionForm Form, Location Location)
{
    /// <summary>What a pragma covers: from where it stands to where the rule is restored, or to the end of the file.</summary>
    internal TextSpan Extent { get; init; }
}
