using System.Collections.Immutable;
using ExplicitContext.Analyzers.Flow;
using ExplicitContext.Analyzers.Reporting;
using ExplicitContext.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Analyzers.Threads;

/// <summary>ECTX4003: what needs the interpreter's lock is used while the thread has given it back.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ThreadStateWhileDetachedAnalyzer : ContextRuleAnalyzer
{
    private const string AllowThreads = "AllowThreads";

    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.ThreadStateWhileDetached,
        "Thread state used while detached",
        "'{0}' is used while other threads are allowed in: take what you need before 'AllowThreads', or use it after the end of its scope",
        RuleCategories.Threads,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Between AllowThreads and the end of its scope the thread does not hold the interpreter's lock: others run in it, and nothing of it may be touched.",
        RulePage.For(RuleIds.ThreadStateWhileDetached),
        RuleTags.ByLevel);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = FindingReporter.Supports(Rule);

    private protected override void Start(CompilationStartAnalysisContext start, ContextModel contexts, FindingReporter reporter) =>
        reporter.OnOperationBlocks(new Check(contexts).Analyze);

    private sealed class Check(ContextModel contexts)
    {
        private readonly ThreadContexts threads = new(contexts);
        private readonly MentioningTrees detaching = new(AllowThreads);

        public IEnumerable<Finding> Analyze(OperationBlockAnalysisContext context)
        {
            if (!threads.Exist || !detaching.Contain(context.OperationBlocks) || !context.OperationBlocks.Any(body => body.Syntax.DescendantTokens().Any(token => token.ValueText == AllowThreads)))
                return [];
            return ScopedBody.Find(context, contexts, [], (operation, point) =>
                point.IsDetached && IsInside(operation, point) && Locals.SymbolOf(operation) is { } subject
                    ? new Finding(Rule, operation.Syntax.GetLocation(), subject, operation.Syntax.ToString())
                    : null);
        }

        private bool IsInside(IOperation operation, ScopedPoint point) =>
            operation is IInvocationOperation { TargetMethod: var method }
                ? IsOfInterpreter(method)
                : (threads.IsReference(operation) || threads.IsCapturedReference(operation, point.Captured))
                    && !ThreadContexts.IsNoUse(operation) && !threads.IsFreeUse(operation) && !IsOwn(operation);

        /// <summary>The thread is still the same: it may keep its state in another variable, return it, and read what only it writes.</summary>
        private static bool IsOwn(IOperation operation) => operation.WithImplicitConversions() is var value && value.Parent switch
        {
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation or IFlowCaptureReferenceOperation } or IReturnOperation or IFlowCaptureOperation => true,
            null => true,
            _ => ThreadContexts.IsOwnUse(operation),
        };

        private bool IsOfInterpreter(IMethodSymbol method) =>
            method.Name is "GetState" or "GetThreadState" && contexts.GetContextType(method.ContainingType) is { Scope: "interpreter" };
    }
}
