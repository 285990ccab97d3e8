using System.Collections.Immutable;
using ExplicitContext.Model.Ambient;
using ExplicitContext.Model.Rewriting.Facts;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting;

/// <summary>
/// Everything that the requested members call, directly or not, inside the compilation: which of it reaches an ambient accessor, and which
/// contexts each member needs for that.
/// </summary>
internal sealed class Closure
{
    private readonly Dictionary<IMethodSymbol, BodyFacts> facts = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IMethodSymbol, HashSet<ContextType>> needs = new(SymbolEqualityComparer.Default);
    private readonly HashSet<IMethodSymbol> reaching = new(SymbolEqualityComparer.Default);
    private readonly HashSet<IMethodSymbol> switching = new(SymbolEqualityComparer.Default);
    private readonly ContextModel contexts;
    private readonly ContextLookup lookup;
    private readonly OverrideMap overrides;
    private readonly UpstreamCallees upstream;

    public Closure(IEnumerable<IMethodSymbol> requested, ContextModel contexts, ContextLookup lookup, CancellationToken cancellationToken)
    {
        this.contexts = contexts;
        this.lookup = lookup;
        upstream = new(contexts);
        overrides = new(contexts.Compilation, cancellationToken);
        Collect(requested, cancellationToken);
        Propagate();
    }

    /// <summary>The members with a body that reach an ambient accessor, in the order in which they were found.</summary>
    public IEnumerable<BodyFacts> Reaching => facts.Values.Where(body => reaching.Contains(body.Member));

    /// <summary>What a member's body does, where the member reaches an ambient accessor; else null.</summary>
    public BodyFacts? ReachingFacts(IMethodSymbol member) => reaching.Contains(member) ? facts[member] : null;

    /// <summary>Whether a call can end in an ambient read: that of the callee itself, or of one that stands in for it.</summary>
    public bool Reaches(CallFact call) => call.Upstream is not null || Targets(call).Any(reaching.Contains);

    /// <summary>Whether a member, or what it calls, assigns an ambient accessor: a value fixed at entry would then be another one than a later read yields.</summary>
    public bool Switches(IMethodSymbol member) => switching.Contains(member);

    /// <summary>
    /// What a constructor initialises by code that reaches the ambient, or null. Initialisers run in every constructor and see none of its
    /// parameters, so that such a constructor cannot be handed the context.
    /// </summary>
    public ISymbol? ReadingInitialiser(IMethodSymbol member) => facts.TryGetValue(member, out var body)
        ? body.Initialisers.FirstOrDefault(initialiser => initialiser.Reads.Count > 0 || initialiser.Calls.Any(Reaches))?.Held
        : null;

    /// <summary>The contexts that a member must be handed so that neither it nor what it calls reads the ambient.</summary>
    public IReadOnlyCollection<ContextType> NeedsOf(IMethodSymbol member) => needs.TryGetValue(member, out var found) ? found : [];

    /// <summary>The parameter that already hands a member one of its contexts, directly or by derivation; or null.</summary>
    public IParameterSymbol? Holder(IMethodSymbol member, ContextType wanted) =>
        member.Parameters.FirstOrDefault(parameter =>
            parameter.Type.NullableAnnotation != NullableAnnotation.Annotated
            && ContextOf(parameter) is { } held
            && lookup.Path(held, parameter.Name, wanted) is not null);

    /// <summary>The context that a parameter holds, or null.</summary>
    public ContextType? ContextOf(IParameterSymbol parameter) => contexts.GetContextType(parameter.Type);

    private void Collect(IEnumerable<IMethodSymbol> requested, CancellationToken cancellationToken)
    {
        var open = new Queue<IMethodSymbol>(requested);
        while (open.Count > 0)
        {
            var member = open.Dequeue();
            if (facts.ContainsKey(member) || BodyFacts.Of(member, contexts, lookup, upstream, cancellationToken) is not { } body)
            {
                continue;
            }

            facts.Add(member, body);
            foreach (var callee in body.Calls.SelectMany(Targets).Concat(body.Demands).Where(callee => (!callee.DeclaringSyntaxReferences.IsEmpty || MemberSource.IsUnwritten(callee)) && !contexts.IsEntryPoint(callee)))
            {
                open.Enqueue(callee);
            }
        }
    }

    private void Propagate()
    {
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var body in facts.Values)
            {
                changed |= (body.Reads.Count > 0 || body.Calls.Any(Reaches)) && reaching.Add(body.Member);
                changed |= (body.Reads.Any(read => read.Read.Usage != AmbientUsage.Read) || body.Calls.SelectMany(Targets).Any(Switches)) && switching.Add(body.Member);
            }
        }

        // Only now is it known which constructors run initialisers that reach the ambient.
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var body in facts.Values)
            {
                changed |= AddNeeds(body);
            }
        }
    }

    private bool AddNeeds(BodyFacts body)
    {
        if (!needs.TryGetValue(body.Member, out var own))
        {
            needs.Add(body.Member, own = []);
        }

        var count = own.Count;
        var wanted = body.Reads.Select(read => read.Wanted).Concat(body.Calls.Select(call => call.Upstream?.Context)).OfType<ContextType>()
            .Concat(body.Calls.SelectMany(Targets).Where(callee => OverloadableMembers.ReasonAgainst(callee) is null && ReadingInitialiser(callee) is null).SelectMany(NeedsOf));
        own.UnionWith(wanted.ToImmutableArray().Where(type => Holder(body.Member, type) is null));
        return own.Count > count;
    }

    private IEnumerable<IMethodSymbol> Targets(CallFact call) => call.IsVirtual ? overrides.StandingInFor(call.Callee).Prepend(call.Callee) : [call.Callee];
}
