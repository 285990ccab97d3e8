using System.Collections.Immutable;
using ExplicitContext.Model.Ambient;
using ExplicitContext.Model.Rewriting.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.Rewriting.Stored;

/// <summary>Turns the facts of a member into a value, and a value into the facts of the same member in this compilation.</summary>
/// <param name="ids">Names the symbols of this compilation.</param>
/// <param name="contexts">What is a context here, and what is ambient.</param>
/// <param name="files">The files that the facts come from: that of the declaration first.</param>
internal sealed class BodyStorage(SymbolIds ids, ContextModel contexts, ImmutableArray<SyntaxTree> files)
{
    /// <summary>The value, or null where something in the facts has no name or place by which it could be found again.</summary>
    public StoredBody? Store(BodyFacts facts) =>
        All(facts.Reads, Store) is { } reads
        && All(facts.Calls, Store) is { } calls
        && All(facts.Initialisers, Store) is { } initialisers
        && All(facts.Demands, ids.Of) is { } demands
        && All(facts.LocalUses, Store) is { } locals
            ? new(new(reads), new(calls), new(initialisers), new([.. facts.CallerInfos]), new(demands), new(locals)) { InvokedParameters = new([.. facts.InvokedParameters]) }
            : null;

    /// <summary>The facts, or null where something in the value is not to be found here.</summary>
    public BodyFacts? Restore(StoredBody body, IMethodSymbol member, SyntaxNode declaration) =>
        All(body.Reads, Restore) is { } reads
        && All(body.Calls, Restore) is { } calls
        && All(body.Initialisers, Restore) is { } initialisers
        && All(body.Demands, Find<IMethodSymbol>) is { } demands
        && All(body.LocalUses, Restore) is { } locals
            ? new(member, declaration, contexts.Compilation.GetSemanticModel(declaration.SyntaxTree))
            {
                Reads = reads,
                Calls = calls,
                Initialisers = initialisers,
                CallerInfos = body.CallerInfos,
                Demands = demands,
                LocalUses = locals,
                InvokedParameters = body.InvokedParameters.Items,
            }
            : null;

    private StoredRead? Store(ReadFact read) =>
        ids.Of(read.Read.Accessor.Symbol) is { } accessor
        && Place.Of(read.Read.Syntax, files) is { } syntax
        && Place.Of(read.Site, files) is { } site
        && TryName(read.Wanted?.Type, out var wanted)
            ? new(accessor, read.Read.Usage, syntax, site, wanted, read.Rest, read.Obstacles, read.IsCached)
            : null;

    private ReadFact? Restore(StoredRead read) =>
        contexts.GetAmbientAccessor(Find<ISymbol>(read.Accessor)) is { } accessor
        && read.Syntax.In(files) is { } syntax
        && read.Site.In(files) is { } site
        && TryFind(read.Wanted, out var wanted)
            ? new(new AmbientRead(accessor, syntax, read.Usage), site, wanted, read.Rest) { Obstacles = read.Obstacles, IsCached = read.IsCached }
            : null;

    private StoredCall? Store(CallFact call) =>
        ids.Of(call.Callee) is { } callee
        && ids.Of(call.Named) is { } named
        && Place.Of(call.Site, files) is { } site
        && TryName(call.HiddenBy, out var hiddenBy)
        && TryName(call.Upstream?.Context?.Type, out var upstream)
        && TryName(call.Delegate?.Consumer, out var consumer)
            ? new(callee, named, call.IsVirtual, site, call.Form, call.Ordinal, call.Obstacles)
            {
                HiddenBy = hiddenBy,
                IsBase = call.IsBase,
                IsResource = call.IsResource,
                IsOnAnother = call.IsOnAnother,
                IsUpstream = call.Upstream is not null,
                UpstreamContext = upstream,
                UpstreamName = call.Upstream?.Name,
                OperatorType = call.OperatorType,
                Region = call.Region,
                Delegate = call.Delegate is { } group ? new(group with { Consumer = null }, consumer) : null,
            }
            : null;

    private CallFact? Restore(StoredCall call) =>
        Find<IMethodSymbol>(call.Callee) is { } callee
        && Find<IMethodSymbol>(call.Named) is { } named
        && call.Site.In(files) is { } site
        && (call.HiddenBy is null ? null : Find<INamedTypeSymbol>(call.HiddenBy)) is var hiddenBy
        && (hiddenBy is null) == (call.HiddenBy is null)
        && TryFind(call.UpstreamContext, out var upstream)
        && (call.Delegate?.Consumer is { } id ? Find<IMethodSymbol>(id) : null) is var consumer
        && (consumer is null) == (call.Delegate?.Consumer is null)
            ? new(callee, call.IsVirtual, site, call.Form)
            {
                Named = named,
                Ordinal = call.Ordinal,
                Obstacles = call.Obstacles,
                HiddenBy = hiddenBy,
                IsBase = call.IsBase,
                IsResource = call.IsResource,
                IsOnAnother = call.IsOnAnother,
                Upstream = call.IsUpstream ? new(upstream, call.UpstreamName) : null,
                OperatorType = call.OperatorType,
                Region = call.Region,
                Delegate = call.Delegate is { } group ? group.Fact with { Consumer = consumer } : null,
            }
            : null;

    private StoredInitialiser? Store(InitialiserFact initialiser) =>
        ids.Of(initialiser.Held) is { } held && All(initialiser.Reads, Store) is { } reads && All(initialiser.Calls, Store) is { } calls ? new(held, new(reads), new(calls)) : null;

    private InitialiserFact? Restore(StoredInitialiser initialiser) =>
        Find<ISymbol>(initialiser.Held) is { } held && All(initialiser.Reads, Restore) is { } reads && All(initialiser.Calls, Restore) is { } calls
            ? new(held, reads, calls)
            : null;

    private StoredLocalUse? Store(LocalFunctionUse use) =>
        Place.Of(use.Function, files) is { } function && (use.Call is null ? null : Place.Of(use.Call, files)) is var call && call is null == use.Call is null ? new(function, call) : null;

    private LocalFunctionUse? Restore(StoredLocalUse use) =>
        use.Function.In(files) is LocalFunctionStatementSyntax function && use.Call?.In(files) is var call && call is null == use.Call is null ? new(function, (InvocationExpressionSyntax?)call) : null;

    private bool TryName(ISymbol? symbol, out SymbolId? id) => (id = symbol is null ? null : ids.Of(symbol)) is null == symbol is null;

    private bool TryFind(SymbolId? id, out ContextType? context) => (context = id is null ? null : contexts.GetContextType(Find<INamedTypeSymbol>(id))) is null == id is null;

    private T? Find<T>(SymbolId id)
        where T : class, ISymbol => ids.Find(id) as T;

    private static ImmutableArray<TTo>? All<TFrom, TTo>(IReadOnlyList<TFrom> items, Func<TFrom, TTo?> convert)
        where TTo : class
    {
        var converted = ImmutableArray.CreateBuilder<TTo>(items.Count);
        foreach (var item in items)
        {
            if (convert(item) is not { } one)
            {
                return null;
            }

            converted.Add(one);
        }

        return converted.MoveToImmutable();
    }
}
