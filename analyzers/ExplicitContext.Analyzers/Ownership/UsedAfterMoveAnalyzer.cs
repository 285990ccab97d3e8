using System.Collections.Immutable;
using ExplicitContext.Analyzers.Flow;
using ExplicitContext.Analyzers.Reporting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Analyzers.Ownership;

/// <summary>ECTX3007: a variable is used after what it held was given away by <c>Shareable.Move</c>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UsedAfterMoveAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.UsedAfterMove,
        "Used after it was moved",
        "'{0}' is used after what it holds was moved to another interpreter",
        RuleCategories.Ownership,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "What is moved belongs to the receiver alone. Two interpreters that use it at once would disturb each other, and nothing at run time could tell.",
        RulePage.For(RuleIds.UsedAfterMove));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = FindingReporter.Supports(Rule);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName("ExplicitContext.Runtime.Shareable") is { } shareable)
            {
                var moving = new MentioningTrees("Move");
                FindingReporter.Create(start, SupportedDiagnostics).OnOperationBlocks(block => moving.Contain(block.OperationBlocks) ? Analyze(block, shareable) : []);
            }
        });
    }

    private static IEnumerable<Finding> Analyze(OperationBlockAnalysisContext context, INamedTypeSymbol shareable)
    {
        foreach (var body in context.OperationBlocks.Where(body => body.Descendants().Any(operation => MovedVariables.IsMove(operation, shareable))))
        {
            foreach (var graph in context.GetControlFlowGraph(body).WithInner(context.CancellationToken))
            {
                foreach (var (use, variable) in new MovedVariables(graph, shareable).Uses())
                    yield return new(Rule, use.Syntax.GetLocation(), variable, use.Syntax.ToString()) { Severity = DiagnosticSeverity.Error };
            }
        }
    }
}
