using System.Collections.Immutable;
using ExplicitContext.Analyzers.Reporting;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ExplicitContext.Migration.Suppressions;

/// <summary>The analyzers of this toolkit, in the version that the tool brings.</summary>
public static class ToolkitAnalyzers
{
    /// <summary>Makes one of each.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Create() =>
    [
        .. typeof(RuleIds).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];
}
