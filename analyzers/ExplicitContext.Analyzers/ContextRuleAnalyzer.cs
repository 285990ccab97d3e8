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
            if (contexts.IsEmpty)
                return;
            var reporter = FindingReporter.Create(start, SupportedDiagnostics);
            if (!NeedsContexts || contexts.MayHaveContexts || reporter.HasRecords)
                Start(start, contexts, reporter);
        });
    }

    /// <summary>Whether the rule can find nothing where ambient accessors are declared and no contexts, or what belongs to one.</summary>
    private protected virtual bool NeedsContexts => true;

    /// <summary>Has the rule look at what concerns it.</summary>
    private protected abstract void Start(CompilationStartAnalysisContext start, ContextModel contexts, FindingReporter reporter);
}
