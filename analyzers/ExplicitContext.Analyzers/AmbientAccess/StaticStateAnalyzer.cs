using System.Collections.Immutable;
using ExplicitContext.Analyzers.Reporting;
using ExplicitContext.Model.StaticState;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ExplicitContext.Analyzers.AmbientAccess;

/// <summary>ECTX1004: mutable state of the whole process, classified by what it is there for.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StaticStateAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.MutableStaticState,
        "Mutable process-global state",
        "'{0}' is mutable process-global state ({1}, {2}): it belongs {3}",
        RuleCategories.AmbientAccess,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "What is static and can change is shared by everything that runs in the process, so two instances of a program in one process disturb each other.",
        RulePage.For(RuleIds.MutableStaticState),
        RuleTags.ByLevel);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = FindingReporter.Supports(Rule);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            var check = new Check(new StaticStateClassifier(start.Compilation, ContextModels.Of(start)));
            FindingReporter.Create(start, SupportedDiagnostics).OnSymbols(check.Analyze, SymbolKind.Field, SymbolKind.Property, SymbolKind.Event);
        });
    }

    private sealed class Check(StaticStateClassifier classifier)
    {
        public IEnumerable<Finding> Analyze(SymbolAnalysisContext context)
        {
            if (classifier.Classify(context.Symbol, context.CancellationToken) is not { } state)
                return [];
            var finding = new Finding(
                Rule,
                state.Member.Locations[0],
                state.Member,
                state.Member.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat),
                state.Shape.Word(),
                state.IsSingleton ? "singleton" : state.Kind.Word(),
                state.Kind.Home())
            {
                Properties = ImmutableDictionary<string, string?>.Empty
                    .Add(StateProperties.Shape, state.Shape.ToString())
                    .Add(StateProperties.Kind, state.Kind.ToString()),
            };
            return [finding];
        }
    }
}
