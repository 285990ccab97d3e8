using System.Collections.Immutable;
using ExplicitContext.Analyzers.Flow;
using ExplicitContext.Analyzers.Reporting;
using ExplicitContext.Model;
using ExplicitContext.Model.Ambient;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Analyzers.Threads;

/// <summary>ECTX4005: a member with <c>[GuardedBy]</c> or <c>[Requires]</c> is used without its lock, or names a lock that does not exist.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GuardedWithoutLockAnalyzer : ContextRuleAnalyzer
{
    private const string NotHeld = "which is not held here: take it, or mark the member around with [Requires]";

    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.GuardedWithoutLock,
        "Guarded member used without its lock",
        "'{0}' {1} '{2}', {3}",
        RuleCategories.Threads,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "A lock protects only if everybody takes it.",
        RulePage.For(RuleIds.GuardedWithoutLock),
        RuleTags.ByLevel);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = FindingReporter.Supports(Rule);

    private protected override void Start(CompilationStartAnalysisContext start, ContextModel contexts, FindingReporter reporter)
    {
        reporter.OnOperationBlocks(new Check(contexts).Analyze);
        reporter.OnSymbols(Misspelled, SymbolKind.Field, SymbolKind.Property, SymbolKind.Method);
    }

    private static IEnumerable<Finding> Misspelled(SymbolAnalysisContext context) =>
        from attribute in context.Symbol.GetAttributes()
        let isGuard = KnownAttributes.Is(attribute.AttributeClass, KnownAttributes.GuardedBy)
        where isGuard || KnownAttributes.Is(attribute.AttributeClass, KnownAttributes.Requires)
        let name = LockGuards.NameIn(attribute)
        where name is not null && LockGuards.IsMisspelled(name, context.Symbol.ContainingType) && attribute.ApplicationSyntaxReference is not null
        select new Finding(
            Rule,
            attribute.ApplicationSyntaxReference!.GetSyntax(context.CancellationToken).GetLocation(),
            context.Symbol,
            context.Symbol.Name,
            isGuard ? "is guarded by" : "requires",
            name,
            $"which is no field or property of '{context.Symbol.ContainingType.Name}': name the lock");

    private sealed class Check(ContextModel contexts)
    {
        private readonly LockGuards guards = new();
        private readonly Lazy<bool> guarding = new(() => contexts.HasAnnotatedLibraries || contexts.Compilation.SyntaxTrees.Any(new MentioningTrees("GuardedBy", "Requires").Contains));

        public IEnumerable<Finding> Analyze(OperationBlockAnalysisContext context)
        {
            if (!guarding.Value || context.OwningSymbol is IFieldSymbol or IPropertySymbol || !context.OperationBlocks.Any(body => body.Descendants().Any(operation => Wanted(operation) is not null)))
                return [];
            return ScopedBody.Find(context, contexts, HeldByCallers(context.OwningSymbol), (operation, point) =>
            {
                if (!point.IsKnown || Wanted(operation) is not { } wanted || IsExempt(operation, context.OwningSymbol, point))
                    return null;
                var path = wanted.Guard.On(LockPath.Of(InstanceOf(operation), point.Captured));
                return point.Locks.Any(held => held.Lock!.MayBe(path))
                    ? null
                    : new Finding(Rule, operation.Syntax.GetLocation(), wanted.Member, wanted.Member.Name, wanted.IsCall ? "requires" : "is guarded by", wanted.Guard.Name, NotHeld);
            });
        }

        private (ISymbol Member, LockGuard Guard, bool IsCall)? Wanted(IOperation operation) =>
            AmbientUsages.MemberOf(operation) is not { } member || !contexts.IsAnnotated(member.ContainingAssembly) ? null
            : guards.RequiredBy(member) is { } required ? (member, required, true)
            : guards.GuardOf(member) is { } guard ? (member, guard, false)
            : null;

        private ImmutableArray<OpenScope> HeldByCallers(ISymbol member) =>
            guards.RequiredBy(member) is { } guard ? [new(ScopeKind.Lock, null, null, guard.On(LockPath.OfThis(member.ContainingType)))] : [];

        private static IOperation? InstanceOf(IOperation operation) => operation switch
        {
            IMemberReferenceOperation reference => reference.Instance,
            IInvocationOperation call => call.Instance,
            _ => null,
        };

        /// <summary>Nobody else sees an object that is being made; a volatile field may be read at any time, and so may any by <c>Volatile</c>.</summary>
        private static bool IsExempt(IOperation operation, ISymbol around, ScopedPoint point) =>
            operation.IsInNameOf()
            || InstanceOf(operation) switch
            {
                IFlowCaptureReferenceOperation { Id: var id } => point.Captured.TryGetValue(id, out var value) && value is IObjectCreationOperation,
                IInstanceReferenceOperation { ReferenceKind: not InstanceReferenceKind.ContainingTypeInstance } => true,
                IInstanceReferenceOperation => around is IMethodSymbol { MethodKind: MethodKind.Constructor },
                ILocalReferenceOperation { Local.DeclaringSyntaxReferences: [var declared] } => declared.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax },
                null => around is IMethodSymbol { MethodKind: MethodKind.StaticConstructor },
                _ => false,
            }
            || operation is IFieldReferenceOperation { Field.IsVolatile: true } && AmbientUsages.Of(operation) == AmbientUsage.Read
            || operation.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: nameof(Volatile.Read), ContainingType.Name: nameof(Volatile) } } };
    }
}
