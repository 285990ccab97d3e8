using System.Collections.Immutable;
using ExplicitContext.Analyzers.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ExplicitContext.Analyzers.Configuration;

/// <summary>ECTX0003 in <c>ExplicitContext.Baseline.txt</c>: lines that record nothing. Stale ones are found by the rules that they are about.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BaselineAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [MalformedLine.Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            foreach (var (file, content) in Baselines.Of(start).Where(baseline => baseline.Content.Problems.Count > 0))
            {
                start.RegisterAdditionalFileAction(visited =>
                {
                    if (visited.AdditionalFile.Path != file.Path)
                        return;
                    foreach (var problem in content.Problems)
                        visited.ReportDiagnostic(Diagnostic.Create(MalformedLine.Rule, StaleEntry.LocationOf(file.Path, file.GetText(visited.CancellationToken), problem.Line), problem.Message));
                });
            }
        });
    }
}
