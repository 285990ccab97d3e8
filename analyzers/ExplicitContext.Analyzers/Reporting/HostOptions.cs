using Microsoft.CodeAnalysis.Diagnostics;

namespace ExplicitContext.Analyzers.Reporting;

/// <summary>The global options by which a build or a report says how it wants findings to be held against the baseline.</summary>
public static class HostOptions
{
    /// <summary>Whether this is continuous integration, where stale entries are errors.</summary>
    public const string ContinuousIntegration = "build_property.ContinuousIntegrationBuild";

    /// <summary>Whether other compilations share the baseline, so that one alone cannot tell what is stale.</summary>
    public const string BaselineIsShared = "build_property.ExplicitContextBaselineIsShared";

    /// <summary>Whether recorded findings are wanted also where a severity that the user set would turn them into warnings or errors.</summary>
    public const string ShowRecorded = "explicit_context.show_recorded";

    /// <summary>Whether an option is there and true.</summary>
    public static bool IsTrue(this AnalyzerConfigOptions options, string key) => options.TryGetValue(key, out var value) && string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);
}
