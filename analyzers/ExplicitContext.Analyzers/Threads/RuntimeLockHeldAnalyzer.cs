using System.Collections.Immutable;
using ExplicitContext.Analyzers.Flow;
using ExplicitContext.Analyzers.Passing;
using ExplicitContext.Analyzers.Reporting;
using ExplicitContext.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Analyzers.Threads;

/// <summary>ECTX4007: a lock of the process is held while a thread enters an interpreter, or comes back to it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RuntimeLockHeldAnalyzer : ContextRuleAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.RuntimeLockHeld,
        "Runtime lock held while an interpreter's lock is taken",
        "'{0}' waits for an interpreter's lock while '{1}', a lock of the whole process, is held: leave that lock first",
        RuleCategories.Threads,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Whoever runs in that interpreter may want the lock of the process; then both wait for ever. And while one waits, all other interpreters do.",
        RulePage.For(RuleIds.RuntimeLockHeld),
        RuleTags.ByLevel);

    private static readonly ImmutableHashSet<string> Entering = ImmutableHashSet.Create(StringComparer.Ordinal, "Attach", "TryAttach", "Run", "Call", "Exec", "Evaluate", "CallFunction", "Close");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = FindingReporter.Supports(Rule);

    private protected override void Start(CompilationStartAnalysisContext start, ContextModel contexts, FindingReporter reporter) =>
        reporter.OnOperationBlocks(new Check(contexts).Analyze);

    private sealed class Check(ContextModel contexts)
    {
        private readonly ScopeCalls calls = new(contexts);
        private readonly LockGuards guards = new();
        private readonly bool areInterpreters = contexts.Configuration.Entries.Any(entry => entry.Scope is "interpreter" or "thread") || contexts.HasAnnotatedLibraries || contexts.IsToolkitMentioned;
        private readonly MentioningTrees locking = new([.. ScopeCalls.TakingWords.Select(word => $".{word}("), "lock (", "lock(", "Requires"]);

        public IEnumerable<Finding> Analyze(OperationBlockAnalysisContext context)
        {
            if (!areInterpreters || !locking.Contain(context.OperationBlocks) || !context.OperationBlocks.Any(body => body.Descendants().Any(operation => operation is ILockOperation || IsTaking(operation) || IsEntering(operation))))
                return [];
            return ScopedBody.Find(context, contexts, HeldByCallers(context.OwningSymbol), (operation, point) =>
                Entered(operation, point) is { } entered && point.Locks.Select(held => held.Lock!).FirstOrDefault(IsOfProcess) is { } held
                    ? new Finding(Rule, CalleeName.LocationOf(operation.Syntax), entered, $"{entered.ContainingType.Name}.{entered.Name}", held.DisplayName)
                    : null);
        }

        private static bool IsTaking(IOperation operation) => operation is IInvocationOperation { TargetMethod.Name: var name } && ScopeCalls.TakingWords.Contains(name);

        private ImmutableArray<OpenScope> HeldByCallers(ISymbol member) =>
            guards.RequiredBy(member) is { } guard ? [new(ScopeKind.Lock, null, null, guard.On(LockPath.OfThis(member.ContainingType)))] : [];

        /// <summary>The method by which an interpreter's lock is taken, or the member of a narrower context that is the lock which is taken; null where none is.</summary>
        private ISymbol? Entered(IOperation operation, ScopedPoint point) =>
            IsEntering(operation) ? ((IInvocationOperation)operation).TargetMethod
            : calls.Opened(operation, point.Captured) is { Lock: { IsMember: true, Symbol: { IsStatic: false } taken } } && contexts.ContextOf(taken.ContainingType) is { Scope: "interpreter" or "thread" } ? taken
            : null;

        /// <summary>What is inside already enters nothing; all else that runs in an interpreter waits for its lock, and AllowThreads does at its end.</summary>
        private bool IsEntering(IOperation operation) =>
            operation is IInvocationOperation { TargetMethod: var method } call
            && (calls.IsAttaching(method)
                || calls.IsDetaching(call)
                || Entering.Contains(method.Name) && RunsInterpreters(method.ContainingType)
                    && !method.Parameters.Any(parameter => parameter.RefKind == RefKind.None && contexts.IsThreadBound(parameter.Type)));

        private bool IsOfProcess(LockPath held) => held.Symbol switch
        {
            IFieldSymbol { IsStatic: true } or IPropertySymbol { IsStatic: true } => true,
            IFieldSymbol or IPropertySymbol => contexts.ContextOf(held.Symbol.ContainingType) is { } holder && holder.IsOfProcess(),
            ITypeSymbol type => contexts.ContextOf(type) is { } self && self.IsOfProcess(),
            _ => false,
        };

        private static bool RunsInterpreters(INamedTypeSymbol type) =>
            type.Name is "InterpreterState" or "InterpreterView" or "InterpreterGuard" or "InterpreterPool" && type.IsOfRuntime();
    }
}
