using ExplicitContext.Analyzers.Reporting;
using ExplicitContext.Model;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ExplicitContext.Analyzers;

/// <summary>A rule about contexts: not asked where there can be none, and silent in generated code.</summary>
public abstract class ContextRuleAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            var contexts = ContextModels.Of(start);
            if (!contexts.IsEmpty)
                Start(start, contexts, FindingReporter.Create(start, SupportedDiagnostics));
        });
    }

    /// <summary>Has the rule look at what concerns it.</summary>
    private protected abstract void Start(CompilationStartAnalysisContext start, ContextModel contexts, FindingReporter reporter);
}
