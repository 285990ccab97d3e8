using System.Diagnostics.CodeAnalysis;
using ExplicitContext.Analyzers.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ExplicitContext.Migration.Analysis;

/// <summary>A project's own options, with the wish to see recorded findings also where the user's severity would make them break a build.</summary>
internal sealed class ReportingOptions(AnalyzerConfigOptionsProvider project) : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions => new Global(project.GlobalOptions);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => project.GetOptions(tree);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => project.GetOptions(textFile);

    private sealed class Global(AnalyzerConfigOptions options) : AnalyzerConfigOptions
    {
        public override IEnumerable<string> Keys => options.Keys.Append(FindingProperties.ShowRecordedOption);

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            if (key != FindingProperties.ShowRecordedOption) return options.TryGetValue(key, out value);
            value = "true";
            return true;
        }
    }
}
