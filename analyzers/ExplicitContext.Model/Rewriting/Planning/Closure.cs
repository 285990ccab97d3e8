using System.Collections.Immutable;
using ExplicitContext.Model.Ambient;
using ExplicitContext.Model.Rewriting.Facts;
using ExplicitContext.Model.Rewriting.Families;
using ExplicitContext.Model.Rewriting.Incremental;
using ExplicitContext.Model.Rewriting.Scopes;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting.Planning;

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
    private readonly BodySource bodies;
    private readonly Carriers carriers;
    private readonly HashSet<IMethodSymbol> provided = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IMethodSymbol, bool> taking = new(SymbolEqualityComparer.Default);
    private readonly HashSet<IMethodSymbol> leaking = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IMethodSymbol, Dictionary<ISymbol, AmbientAccessor>> accessors = new(SymbolEqualityComparer.Default);

    public Closure(IEnumerable<IMethodSymbol> requested, ContextModel contexts, ContextLookup lookup, GenerationRun run, CancellationToken cancellationToken)
    {
        this.contexts = contexts;
        this.lookup = lookup;
        bodies = new(new(contexts, lookup, new(contexts)), run, cancellationToken);
        HandWritten = new(bodies);
        overrides = new(contexts.Compilation, cancellationToken);
        carriers = new(contexts, lookup);
        Families = new(contexts.Compilation, cancellationToken);
        Scopes = new(contexts);
        Collect(requested, cancellationToken);
        Propagate();
    }

    /// <summary>All members that were looked at, with a body and without.</summary>
    public IReadOnlyCollection<IMethodSymbol> Members { get; private set; } = [];

    /// <summary>What the bodies of those do that have one, and those of overloads that are written by hand.</summary>
    public IEnumerable<BodyFacts> Bodies => facts.Values.Concat(HandWritten.Read);

    /// <summary>What overloads do that are written by hand.</summary>
    public HandWrittenBodies HandWritten { get; }

    /// <summary>The members whose bodies could not be read because of a fault.</summary>
    public IEnumerable<GenerationFinding> Faults => bodies.Faults;

    /// <summary>The accessors that any of them reads.</summary>
    public IEnumerable<AmbientAccessor> Accessors => accessors.Values.SelectMany(read => read.Values).Distinct();

    /// <summary>Which members must take the context together.</summary>
    public FamilyMap Families { get; }

    /// <summary>By which scopes contexts are made ambient.</summary>
    public ScopeLookup Scopes { get; }

    /// <summary>The members with a body that reach an ambient accessor, in the order in which they were found.</summary>
    public IEnumerable<BodyFacts> Reaching => facts.Values.Where(body => reaching.Contains(body.Member));

    /// <summary>What a member's body does, where the member reaches an ambient accessor; else null.</summary>
    public BodyFacts? ReachingFacts(IMethodSymbol member) => reaching.Contains(member) ? facts[member] : null;

    /// <summary>What a member's body does, whether it reaches anything or not; null for a member without a body, or outside of the closure.</summary>
    public BodyFacts? FactsOf(IMethodSymbol member) => facts.TryGetValue(member, out var body) ? body : null;

    /// <summary>The accessors that a member, or what it calls, reads; or what stands in for it, or it for.</summary>
    public IEnumerable<AmbientAccessor> ReachedBy(IMethodSymbol member) =>
        accessors.TryGetValue(Representative(member), out var found) ? found.Values.OrderBy(accessor => accessor.DisplayName, StringComparer.Ordinal) : [];

    /// <summary>Whether anything that a call may run needs to be handed a context.</summary>
    public bool Needs(CallFact call) => Targets(call).Any(target => NeedsOf(target).Count > 0);

    /// <summary>Whether a call can end in an ambient read: that of the callee itself, or of one that stands in for it.</summary>
    public bool Reaches(CallFact call) => call.Upstream is not null || Targets(call).Any(reaching.Contains);

    /// <summary>Whether an accessor yields another context while a member runs: it, or what it calls, assigns it or opens a scope. A value fixed at entry would then be a wrong one.</summary>
    public bool Switches(IMethodSymbol member) => switching.Contains(member);

    /// <summary>Whether the ambient is another one when a member is done.</summary>
    public bool Leaks(IMethodSymbol member) => leaking.Contains(member);

    /// <summary>The accessors that are read by what a call may run.</summary>
    public IEnumerable<AmbientAccessor> ReachedBy(CallFact call) => Targets(call).SelectMany(ReachedBy);

    /// <summary>
    /// What a constructor initialises by code that reaches the ambient, or null. Initialisers run in every constructor and see none of its
    /// parameters, so that such a constructor cannot be handed the context.
    /// </summary>
    public ISymbol? ReadingInitialiser(IMethodSymbol member) => facts.TryGetValue(member, out var body)
        ? body.Initialisers.FirstOrDefault(initialiser => initialiser.Reads.Count > 0 || initialiser.Calls.Any(Reaches))?.Held
        : null;

    /// <summary>The contexts that a member must be handed so that neither it nor what it calls reads the ambient.</summary>
    public IReadOnlyCollection<ContextType> NeedsOf(IMethodSymbol member) => needs.TryGetValue(Representative(member), out var found) ? found : [];

    /// <summary>The parameter that already hands a member one of its contexts, directly or by derivation; or null.</summary>
    public IParameterSymbol? Holder(IMethodSymbol member, ContextType wanted) =>
        member.Parameters.FirstOrDefault(parameter =>
            parameter.Type.NullableAnnotation != NullableAnnotation.Annotated
            && ContextOf(parameter) is { } held
            && lookup.Path(held, parameter.Name, wanted) is not null);

    /// <summary>How a member writes the context that its object holds, or null.</summary>
    public string? Held(IMethodSymbol member, ContextType wanted) => carriers.Expression(member, wanted);

    /// <summary>Whether a member is handed all that it reads by its parameters or by its object, so that it needs no overload.</summary>
    public bool HasAllItReads(IMethodSymbol member) => provided.Contains(member) && NeedsOf(member).Count == 0
        && facts[member].Reads.Select(read => read.Wanted).All(wanted => wanted is not null && Has(member, wanted));

    /// <summary>The context that a parameter holds, or null.</summary>
    public ContextType? ContextOf(IParameterSymbol parameter) => contexts.GetContextType(parameter.Type);

    private void Collect(IEnumerable<IMethodSymbol> requested, CancellationToken cancellationToken)
    {
        var open = new Queue<IMethodSymbol>(requested);
        var seen = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        while (open.Count > 0)
        {
            var member = open.Dequeue();
            if (!seen.Add(member))
            {
                continue;
            }

            IEnumerable<IMethodSymbol> next = Families.Of(member) is { FixedBy: null } family ? family.Members : [];
            if (bodies.Of(member) is { } body)
            {
                facts.Add(member, body);
                next = next.Concat(body.Calls.SelectMany(Targets)).Concat(body.Demands);
            }

            foreach (var callee in next.Where(callee => MemberSource.IsOwn(callee, contexts.Compilation) && !Twins.IsRoot(callee, contexts) && !Scopes.Opens(callee)))
            {
                open.Enqueue(callee);
            }
        }

        Members = seen;
    }

    private void Propagate()
    {
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var body in facts.Values)
            {
                changed |= (body.Reads.Count > 0 || body.Calls.Any(Reaches)) && reaching.Add(body.Member);
                changed |= (body.Reads.Any(read => read.Read.Usage != AmbientUsage.Read) || body.Calls.Any(call => !call.IsResource && Scopes.Opens(call.Callee)) || body.Calls.SelectMany(Targets).Any(leaking.Contains)) && leaking.Add(body.Member);
                changed |= (leaking.Contains(body.Member) || body.Calls.Any(call => Scopes.Opens(call.Callee))) && switching.Add(body.Member);
                changed |= AddAccessors(body);
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
        var representative = Representative(body.Member);
        if (!needs.TryGetValue(representative, out var own))
        {
            needs.Add(representative, own = []);
        }

        var count = own.Count;
        var wanted = body.Reads.Where(read => read.Read.Usage.HasFlag(AmbientUsage.Read)).Select(read => read.Wanted).Concat(body.Calls.Select(call => call.Upstream?.Context)).OfType<ContextType>()
            .Concat(body.Calls.SelectMany(Targets).Where(CanTake).SelectMany(NeedsOf));
        foreach (var type in wanted.ToImmutableArray())
        {
            if (Has(body.Member, type))
            {
                provided.Add(body.Member);
            }
            else
            {
                own.Add(type);
            }
        }

        return own.Count > count;
    }

    /// <summary>Whether anything could be handed to a callee. Asked once it is known who reaches the ambient.</summary>
    private bool CanTake(IMethodSymbol callee)
    {
        if (!taking.TryGetValue(callee, out var can))
        {
            taking.Add(callee, can = OverloadableMembers.ReasonAgainst(callee, contexts) is null && Families.ReasonAgainst(callee) is null && ReadingInitialiser(callee) is null);
        }

        return can;
    }

    private bool AddAccessors(BodyFacts body)
    {
        var representative = Representative(body.Member);
        if (!accessors.TryGetValue(representative, out var own))
        {
            accessors.Add(representative, own = new(SymbolEqualityComparer.Default));
        }

        var count = own.Count;
        var read = body.Reads.Where(read => read.Read.Usage.HasFlag(AmbientUsage.Read)).Select(read => read.Read.Accessor)
            .Concat(body.Calls.SelectMany(Targets).SelectMany(ReachedBy));
        foreach (var accessor in read.ToImmutableArray())
        {
            own[accessor.Symbol] = accessor;
        }

        return own.Count > count;
    }

    /// <summary>The members of a family have the same needs, whoever of them it is that reads: they are kept with the first of them.</summary>
    private IMethodSymbol Representative(IMethodSymbol member) => Families.Of(member) is { FixedBy: null } family ? family.Members[0] : member;

    private bool Has(IMethodSymbol member, ContextType wanted) => Holder(member, wanted) is not null || Held(member, wanted) is not null;

    private IEnumerable<IMethodSymbol> Targets(CallFact call) => call.IsVirtual ? overrides.StandingInFor(call.Callee).Prepend(call.Callee) : [call.Callee];
}
