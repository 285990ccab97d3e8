using System.Collections.Immutable;
using ExplicitContext.Analyzers.Flow;
using ExplicitContext.Analyzers.Reporting;
using ExplicitContext.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Analyzers.Threads;

/// <summary>ECTX4001: a context of one thread is used after an <c>await</c> or <c>yield</c>, by whichever thread goes on there.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ThreadStateAfterAwaitAnalyzer : ContextRuleAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.ThreadStateAfterAwait,
        "Thread state used after an await",
        "'{0}' belongs to the thread that was here before the last 'await' or 'yield', and another one may go on: take it anew from the interpreter, or be done with it before",
        RuleCategories.Threads,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "The state of a thread may be used by that thread alone, and only while it is inside. Behind an await another thread may go on, with the first one gone or busy elsewhere.",
        RulePage.For(RuleIds.ThreadStateAfterAwait),
        RuleTags.ByLevel);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = FindingReporter.Supports(Rule);

    private protected override void Start(CompilationStartAnalysisContext start, ContextModel contexts, FindingReporter reporter) =>
        reporter.OnOperationBlocks(new Check(new ThreadContexts(contexts)).Analyze);

    private sealed class Check(ThreadContexts threads)
    {
        private readonly MentioningTrees suspending = new("await", "yield");

        public IEnumerable<Finding> Analyze(OperationBlockAnalysisContext context) =>
            from body in context.OperationBlocks
            where threads.Exist && suspending.Contains(body.Syntax.SyntaxTree) && body.Syntax.DescendantNodes().Any(MayInterrupt)
            from graph in context.GetControlFlowGraph(body).WithInner(context.CancellationToken)
            from use in new StaleContexts(graph, YieldsToOthers(graph, context.OwningSymbol), threads).Uses()
            select new Finding(Rule, use.Reference.Syntax.GetLocation(), use.Variable, use.Reference.Syntax.ToString());

        /// <summary>
        /// Whoever enumerates an asynchronous iterator awaits each item. A plain one goes on on the thread that asks for the next item; inside of one assembly that is the one which handed the state
        /// in, but who enumerates for the world outside nobody knows.
        /// </summary>
        private static bool YieldsToOthers(ControlFlowGraph graph, ISymbol member) => graph.OriginalOperation switch
        {
            ILocalFunctionOperation { Symbol.IsAsync: var isAsync } => isAsync,
            IAnonymousFunctionOperation => false,
            _ => member is IMethodSymbol { IsAsync: true } || member.IsExternallyVisible(),
        };

        private static bool MayInterrupt(SyntaxNode node) =>
            node.IsKind(SyntaxKind.AwaitExpression) || node.IsKind(SyntaxKind.YieldReturnStatement)
            || (node.IsKind(SyntaxKind.ForEachStatement) || node.IsKind(SyntaxKind.ForEachVariableStatement) || node.IsKind(SyntaxKind.UsingStatement) || node.IsKind(SyntaxKind.LocalDeclarationStatement))
                && node.ChildTokens().Any(token => token.IsKind(SyntaxKind.AwaitKeyword));
    }
}
