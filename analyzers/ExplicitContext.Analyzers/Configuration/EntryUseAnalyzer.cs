using System.Collections.Immutable;
using ExplicitContext.Analyzers.Reporting;
using ExplicitContext.Model.Configuration;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ExplicitContext.Analyzers.Configuration;

/// <summary>ECTX0002: lines of <c>ExplicitContext*.txt</c> that have no effect, because of other lines or because the code never uses what they name.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EntryUseAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.EntryNeverUsed,
        "Configuration entry is never used",
        "{0}",
        RuleCategories.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A line without effect looks as if it guarded something. What is gone from the code should go from the configuration too.",
        RulePage.For(RuleIds.EntryNeverUsed),
        WellKnownDiagnosticTags.CompilationEnd);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <summary>Uses in generated code are uses; nothing is reported there.</summary>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze);
        context.RegisterCompilationStartAction(start =>
        {
            var own = new OwnFiles(start.Options.AnalyzerConfigOptionsProvider);
            var contexts = ContextModels.Of(start);
            if (!contexts.Configuration.Entries.Items.Any(entry => own.Contains(entry.Path)))
                return;

            var uses = new EntryUses(contexts, own.Contains);
            var idle = contexts.Problems.Where(problem => problem.Kind == ConfigurationProblemKind.NoEffect && own.Contains(problem.Path)).ToImmutableArray();
            if (!uses.IsSettled)
                start.RegisterSemanticModelAction(file => uses.Visit(file.SemanticModel, file.CancellationToken));
            if (!uses.IsSettled || !idle.IsEmpty)
                start.RegisterCompilationEndAction(end => Report(end, idle, uses));
        });
    }

    private static void Report(CompilationAnalysisContext context, ImmutableArray<ConfigurationProblem> idle, EntryUses uses)
    {
        foreach (var problem in idle.Concat(uses.Unused).GroupBy(problem => (problem.Path, problem.Line)).Select(line => line.First()))
        {
            if (ConfigurationLocation.Of(problem, context.Options.AdditionalFiles, context.CancellationToken) is { } location)
                context.ReportDiagnostic(Diagnostic.Create(Rule, location, problem.Message));
        }
    }
}
