using ExplicitContext.Analyzers.Reporting;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Analyzers.Configuration;

/// <summary>ECTX0003, of the configuration and of the baseline alike.</summary>
internal static class MalformedLine
{
    /// <summary>The rule.</summary>
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.MalformedLine,
        "Malformed configuration line",
        "{0}",
        RuleCategories.Configuration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "A line that does not parse is left out, so what it was meant to guard is not guarded.",
        RulePage.For(RuleIds.MalformedLine));
}
