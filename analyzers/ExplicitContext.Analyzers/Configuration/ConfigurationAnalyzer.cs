using System.Collections.Immutable;
using ExplicitContext.Analyzers.Reporting;
using ExplicitContext.Model.Configuration;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Analyzers.Configuration;

/// <summary>ECTX0001 and ECTX0003: lines of <c>ExplicitContext*.txt</c> that name nothing or do not parse.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConfigurationAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor DoesNotResolve = new(
        RuleIds.EntryDoesNotResolve,
        "Configuration entry does not resolve",
        "{0}",
        RuleCategories.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "An entry that names nothing guards nothing: after a rename its rule would be silently off.",
        RulePage.For(RuleIds.EntryDoesNotResolve));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [DoesNotResolve, MalformedLine.Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            var problems = ContextModels.Of(start).Problems;
            if (!problems.IsEmpty)
                start.RegisterAdditionalFileAction(file => Report(file, problems));
        });
    }

    private static void Report(AdditionalFileAnalysisContext context, ImmutableArray<ConfigurationProblem> problems)
    {
        var path = context.AdditionalFile.Path;
        foreach (var problem in problems)
        {
            if (problem.Path == path && context.AdditionalFile.GetText(context.CancellationToken) is { } text)
                context.ReportDiagnostic(Diagnostic.Create(RuleOf(problem), LocationOf(problem, text), problem.Message));
        }
    }

    private static DiagnosticDescriptor RuleOf(ConfigurationProblem problem) =>
        problem.Kind == ConfigurationProblemKind.Malformed ? MalformedLine.Rule : DoesNotResolve;

    private static Location LocationOf(ConfigurationProblem problem, SourceText text)
    {
        var line = text.Lines[problem.Line];
        var start = Math.Min(line.Start + problem.Column, line.End);
        var span = TextSpan.FromBounds(start, Math.Min(start + problem.Length, line.End));
        return Location.Create(problem.Path, span, text.Lines.GetLinePositionSpan(span));
    }
}
