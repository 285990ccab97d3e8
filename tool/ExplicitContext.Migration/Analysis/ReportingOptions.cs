using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using ExplicitContext.Analyzers.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ExplicitContext.Migration.Analysis;

/// <summary>
/// A project's own options, for a report: recorded findings are seen also where the user's severity would make them break a build, and what is
/// stale is judged here, over all compilations that share a baseline.
/// </summary>
internal sealed class ReportingOptions(AnalyzerConfigOptionsProvider project) : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions => new Global(project.GlobalOptions);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => project.GetOptions(tree);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => project.GetOptions(textFile);

    private sealed class Global(AnalyzerConfigOptions options) : AnalyzerConfigOptions
    {
        private readonly ImmutableArray<string> on = [HostOptions.ShowRecorded, HostOptions.BaselineIsShared];

        public override IEnumerable<string> Keys => options.Keys.Union(on);

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            if (!on.Contains(key)) return options.TryGetValue(key, out value);
            value = "true";
            return true;
        }
    }
}
