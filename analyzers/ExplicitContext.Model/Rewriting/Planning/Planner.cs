using ExplicitContext.Model.Rewriting.Facts;
using ExplicitContext.Model.Rewriting.Families;
using ExplicitContext.Model.Rewriting.Incremental;
using ExplicitContext.Model.Rewriting.Scopes;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting.Planning;

/// <summary>Decides for every member of a closure whether it gets an overload, which context that takes, or why it cannot have one.</summary>
internal sealed class Planner(Closure closure, ContextLookup lookup, ContextModel contexts, Verdicts verdicts, GenerationRun run, CancellationToken cancellationToken)
{
    private readonly ScopedCalls scoped = new(closure, lookup);
    private readonly ReboundScopes rebinding = new(closure, lookup);
    private readonly FamilyPlanner families = new(closure, lookup, contexts, verdicts, new(closure, lookup), new(contexts.Compilation, verdicts), cancellationToken);
    private readonly OverloadNaming naming = new(contexts.Compilation, verdicts);
    private readonly Dictionary<IMethodSymbol, MemberPlan?> plans = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IMethodSymbol, GenerationFinding> refusals = new(SymbolEqualityComparer.Default);

    /// <summary>The members that get an overload now, in the order in which the closure found them.</summary>
    public IReadOnlyList<MemberPlan> Emitted =>
    [
        .. closure.Reaching.SelectMany(body => closure.Families.Of(body.Member) is { FixedBy: null } family ? family.Members : [body.Member])
            .Distinct<IMethodSymbol>(SymbolEqualityComparer.Default).Select(PlanOf).OfType<MemberPlan>().Where(plan => plan.IsEmitted),
    ];

    /// <summary>What stands against families of members, each said once.</summary>
    public IEnumerable<GenerationFinding> RefusedFamilies => families.Refused;

    /// <summary>The overloads that are not called as usual, each with the reason.</summary>
    public IEnumerable<GenerationFinding> Renamings => naming.Findings(PlanOf);

    /// <summary>The names besides the usual ones that overloads have, or would have had if they had done no harm.</summary>
    public IEnumerable<string> TriedNames => verdicts.Renamings.SelectMany(renaming => closure.NeedsOf(renaming.Member).SelectMany(context => OwnNames.For(OverloadShape.NameFor(renaming.Member), context)))
        .Concat(Emitted.Where(plan => plan.HasOwnName).Select(plan => plan.Overload));

    /// <summary>The members that must take the context together with a member, or null.</summary>
    public MemberFamily? FamilyOf(IMethodSymbol member) => closure.Families.Of(member);

    /// <summary>Whether a member is of this compilation.</summary>
    public bool IsOwn(IMethodSymbol member) => FamilyMap.IsOf(contexts.Compilation.Assembly, member);

    /// <summary>Whether anything that a call may run needs to be handed a context.</summary>
    public bool Needs(CallFact call) => closure.Needs(call);

    /// <summary>The types that are not partial, each once, whoever calls what stands in them.</summary>
    public IEnumerable<GenerationFinding> TypesInTheWay =>
        refusals.Values.Where(refusal => refusal.Rule == GenerationFinding.NotPartial).GroupBy(refusal => refusal.Symbol, StringComparer.Ordinal).Select(type => type.First()).OrderBy(type => type.Symbol, StringComparer.Ordinal);

    /// <summary>What stands against an overload, where something does.</summary>
    public GenerationFinding? RefusalOf(IMethodSymbol member)
    {
        PlanOf(member);
        return refusals.TryGetValue(member, out var refusal) ? refusal : null;
    }

    /// <summary>
    /// What stands against an overload further down, for a member that needs no context itself because all that it calls is refused; null for every
    /// other member.
    /// </summary>
    public GenerationFinding? RefusalBelow(IMethodSymbol member)
    {
        var seen = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default) { member };
        var open = new Queue<IMethodSymbol>(seen);
        while (open.Count > 0)
        {
            var next = open.Dequeue();
            if (RefusalOf(next) is { } refusal)
            {
                return refusal;
            }

            if (closure.ReachingFacts(next) is not { } facts || PlanOf(next) is not null || contexts.IsEntryPoint(next) || closure.HasAllItReads(next))
            {
                continue;
            }

            foreach (var call in facts.Calls.Where(call => seen.Add(call.Callee)))
            {
                open.Enqueue(call.Callee);
            }
        }

        return null;
    }

    /// <summary>The overload that a call can go to, generated or written by hand; null where there is none.</summary>
    public MemberPlan? PlanOf(IMethodSymbol member)
    {
        if (!plans.TryGetValue(member, out var plan))
        {
            plans.Add(member, plan = DecideUnlessItFails(member));
        }

        return plan;
    }

    private MemberPlan? DecideUnlessItFails(IMethodSymbol member)
    {
        try
        {
            run.OnStep(GenerationStep.Planning, member);
            return Decide(member);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return Refuse(member, GenerationFinding.CannotRewrite, Refusals.Fault(member, exception));
        }
    }

    private MemberPlan? Decide(IMethodSymbol member)
    {
        if (closure.Families.Of(member) is { FixedBy: null } family)
        {
            var decision = families.Decide(family);
            return decision.Refusal is { } refusal && closure.NeedsOf(member).Count > 0 ? Refuse(member, refusal) : decision.Plans.TryGetValue(member, out var shared) ? shared : null;
        }

        if (closure.ReachingFacts(member) is not { } facts || closure.NeedsOf(member) is not { Count: > 0 } needs || Twins.IsRoot(member, contexts))
        {
            return null;
        }

        if (closure.ReadingInitialiser(member) is { } held)
        {
            return Refuse(member, Refusals.At(held, GenerationFinding.CannotRewrite, Initialisers.ReasonAgainst(member, held)));
        }

        if ((OverloadableMembers.ReasonAgainst(member, contexts) ?? closure.Families.ReasonAgainst(member)) is { } reason)
        {
            return Refuse(member, GenerationFinding.CannotRewrite, $"No context-passing overload for '{Refusals.Name(member)}': it {reason}.");
        }

        if (ShapeObstacles.ReasonAgainst(facts) is { } shape)
        {
            return Refuse(member, GenerationFinding.CannotRewrite, $"No context-passing overload for '{Refusals.Name(member)}': {shape}");
        }

        if (lookup.Covering(needs) is not { } context)
        {
            return Refuse(member, Refusals.NoCommonContext(member, needs));
        }

        if (ShapeObstacles.ReasonAgainst(context) is { } unfit)
        {
            return Refuse(member, GenerationFinding.CannotRewrite, $"No context-passing overload for '{Refusals.Name(member)}': {unfit}");
        }

        if (HandWrittenOverloads.Of(member, context) is { } written)
        {
            return closure.HandWritten.PlanOf(facts, context, written, isReaching: true);
        }

        var plan = new MemberPlan(facts, context, naming.Of([member], context), IsHandWritten: false);
        return verdicts.FaultOf(member) is { } fault ? Refuse(member, GenerationFinding.CannotRewrite, fault)
            : verdicts.RefusalOf(member) is { } why ? Refuse(member, GenerationFinding.WouldCollide, why)
            : OverloadableMembers.NotPartial(facts.Declaration) is { } type ? Refuse(member, Refusals.NotPartial(member, type))
            : (rebinding.ReasonAgainst(facts, out var rebound) ?? verdicts.ScopingOf(member)) is { } scoping ? Scoped(plan, scoping)
            : plan with { Rebound = rebound };
    }

    /// <summary>Whether an overload that is rewritten could call the original under a scope instead.</summary>
    public bool CanBeScoped(MemberPlan plan) => plan.Body == OverloadBody.Rewritten && scoped.ReasonAgainst(plan.Member, plan.Context, out _) is null;

    /// <summary>Whether an overload that has the usual name could have another, and those with it that must share it.</summary>
    public bool CanBeRenamed(MemberPlan plan) =>
        !plan.HasOwnName && naming.CanRename(FamilyOf(plan.Member) is { FixedBy: null } family ? family.Members : [plan.Member], plan.Context);

    private MemberPlan? Scoped(MemberPlan plan, string why) =>
        scoped.ReasonAgainst(plan.Member, plan.Context, out var scopes) is { } reason
            ? Refuse(plan.Member, GenerationFinding.CannotRewrite, $"No context-passing overload for '{Refusals.Name(plan.Member)}'. {why} It cannot be called under a scope instead: {reason}.")
            : plan with { Body = OverloadBody.Scoped, Scopes = scopes, Reason = why };

    private MemberPlan? Refuse(IMethodSymbol member, string rule, string message) => Refuse(member, Refusals.At(member, rule, message));

    private MemberPlan? Refuse(IMethodSymbol member, GenerationFinding refusal)
    {
        refusals[member] = refusal;
        return null;
    }
}
