using System.Collections.Concurrent;
using System.Collections.Immutable;
using ExplicitContext.Analyzers.Passing;
using ExplicitContext.Analyzers.Reporting;
using ExplicitContext.Model;
using ExplicitContext.Model.Ambient;
using ExplicitContext.Model.Reach;
using ExplicitContext.Model.Reach.Carrying;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Analyzers.AmbientAccess;

/// <summary>ECTX1003: a call, written or implied, from which an ambient accessor is reached.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ReachAnalyzer : ContextRuleAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.CallReachesAmbient,
        "Call reaches the ambient",
        "'{0}' reaches the ambient '{1}' ({2}): {3}",
        RuleCategories.AmbientAccess,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Who calls a member that looks for a context in global state depends on that state too, however deep the read is hidden.",
        RulePage.For(RuleIds.CallReachesAmbient),
        RuleTags.ByLevel);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = FindingReporter.Supports(Rule);

    private protected override bool NeedsContexts => false;

    private protected override void Start(CompilationStartAnalysisContext start, ContextModel contexts, FindingReporter reporter)
    {
        if (ReachIndex.Of(start.Compilation) is not { IsEmpty: false } index)
            return;
        var check = new Check(contexts, index);
        reporter.OnOperations(check.Analyze, KindsThatCall);
        reporter.OnSymbols(check.AnalyzeConstruction, SymbolKind.NamedType);
    }

    private static OperationKind[] KindsThatCall =>
    [
        OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.TypeParameterObjectCreation, OperationKind.MethodReference,
        OperationKind.PropertyReference, OperationKind.ImplicitIndexerReference, OperationKind.EventAssignment,
        OperationKind.Binary, OperationKind.Unary, OperationKind.Increment, OperationKind.Decrement, OperationKind.CompoundAssignment, OperationKind.TupleBinary,
        OperationKind.Conversion, OperationKind.Loop, OperationKind.Await, OperationKind.Using, OperationKind.UsingDeclaration, OperationKind.Lock,
        OperationKind.DeconstructionAssignment, OperationKind.RecursivePattern, OperationKind.ListPattern, OperationKind.SlicePattern,
        OperationKind.CollectionExpression, OperationKind.Spread, OperationKind.Interpolation, OperationKind.With, OperationKind.Range, OperationKind.Coalesce,
    ];

    private sealed class Check(ContextModel contexts, ReachIndex index)
    {
        private readonly PassableOverloads passable = new(contexts);
        private readonly ReachedSymbols symbols = new(contexts);
        private readonly ConcurrentDictionary<ReachChain, ReachDescription> descriptions = new();

        public Finding? Analyze(OperationAnalysisContext context)
        {
            var operation = context.Operation;
            if (!MayCall(operation) || Nearest(CalleeWalker.CalleesOf(operation)) is not var (callee, chains))
                return null;
            return contexts.IsEntryPoint(context.ContainingSymbol) || operation.IsInNameOf() || IsInAttribute(operation) || IsTakenOff(operation)
                || passable.Find(operation, context.ContainingSymbol, context.CancellationToken) is not null
                    ? null
                    : Create(ImpliedCallLocation.Of(operation), callee, chains);
        }

        /// <summary>A constructor calls its base's constructor even where it does not say so.</summary>
        public IEnumerable<Finding> AnalyzeConstruction(SymbolAnalysisContext context)
        {
            var type = (INamedTypeSymbol)context.Symbol;
            if (type.TypeKind != TypeKind.Class
                || type.BaseType?.InstanceConstructors.FirstOrDefault(constructor => constructor.Parameters.IsEmpty) is not { } inherited
                || Nearest(ImpliedInstances.Of(inherited).Prepend(inherited).Select(called => new MemberCall(called, IsVirtual: false, Receiver: null))) is not var (callee, chains))
                yield break;
            foreach (var constructor in type.InstanceConstructors.Where(constructor => !contexts.IsEntryPoint(constructor)))
            {
                if (ImplicitConstruction.LocationIn(constructor, context.CancellationToken) is { } location)
                    yield return Create(location, callee, chains);
            }
        }

        /// <summary>Most calls are of nothing that could be in the tables, and that is seen before anything is asked of them.</summary>
        private bool MayCall(IOperation operation) => operation switch
        {
            IInvocationOperation invocation => MayCall(invocation.TargetMethod),
            IObjectCreationOperation creation => creation.Constructor is { } constructor && MayCall(constructor),
            IMethodReferenceOperation reference => MayCall(reference.Method),
            IPropertyReferenceOperation reference => MayCall(CalleeWalker.Getter(reference.Property)) || MayCall(CalleeWalker.Setter(reference.Property)),
            _ => true,
        };

        private bool MayCall(IMethodSymbol? method) => method is not null && (index.MayReach(method) || ImpliedInstances.MayMake(method));

        private (ISymbol Callee, ImmutableArray<ReachChain> Chains)? Nearest(IEnumerable<MemberCall> calls)
        {
            (ISymbol Callee, ImmutableArray<ReachChain> Chains)? nearest = null;
            foreach (var call in calls)
            {
                if (index.Find(call).RemoveAll(IsCountedOnly) is { IsEmpty: false } chains
                    && contexts.GetAmbientAccessor(call.Callee) is null
                    && contexts.GetForwarder(call.Callee) is null
                    && (nearest is null || chains[0].Members.Length < nearest.Value.Chains[0].Members.Length))
                    nearest = (call.Callee, chains);
            }

            return nearest;
        }

        /// <summary>What a line holds at 'inventory' or less is counted where it is read, and hides no other accessor that is reached by a longer way.</summary>
        private bool IsCountedOnly(ReachChain chain) => symbols.AccessorOf(chain) is { IsCountedOnly: true };

        /// <summary>A handler that is taken off an event is named, and never run.</summary>
        private static bool IsTakenOff(IOperation operation) =>
            operation is IMethodReferenceOperation { Parent: IDelegateCreationOperation { Parent: IEventAssignmentOperation { Adds: false } } };

        private static bool IsInAttribute(IOperation operation)
        {
            while (operation.Parent is { } parent)
                operation = parent;
            return operation is IAttributeOperation;
        }

        private Finding Create(Location location, ISymbol callee, ImmutableArray<ReachChain> chains)
        {
            var way = descriptions.GetOrAdd(chains[0], chain => ReachDescription.Of(chain, symbols));
            return new(Rule, location, callee.Owner(), way.Callee, way.Accessor, way.Chain, way.NextStep)
            {
                Accessor = way.Symbol,
                AdditionalLocations = way.Locations,
                Properties = ImmutableDictionary<string, string?>.Empty
                    .Add(FixProperties.Chain, way.Keys)
                    .Add(FixProperties.Accessors, string.Join("\n", chains.Select(chain => chain.AccessorKey))),
            };
        }
    }
}
