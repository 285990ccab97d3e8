using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting;

/// <summary>Decides for every member of a closure whether it gets an overload, which context that takes, or why it cannot have one.</summary>
internal sealed class Planner(Closure closure, ContextLookup lookup, ContextModel contexts, IReadOnlyDictionary<IMethodSymbol, string> refused)
{
    private readonly Dictionary<IMethodSymbol, MemberPlan?> plans = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IMethodSymbol, GenerationFinding> refusals = new(SymbolEqualityComparer.Default);

    /// <summary>The members that get an overload now, in the order in which the closure found them.</summary>
    public IReadOnlyList<MemberPlan> Emitted => [.. closure.Reaching.Select(body => PlanOf(body.Member)).OfType<MemberPlan>().Where(plan => !plan.IsHandWritten)];

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

            if (closure.ReachingFacts(next) is not { } facts || PlanOf(next) is not null || contexts.IsEntryPoint(next))
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
            plans.Add(member, plan = Decide(member));
        }

        return plan;
    }

    private MemberPlan? Decide(IMethodSymbol member)
    {
        if (closure.ReachingFacts(member) is not { } facts || closure.NeedsOf(member) is not { Count: > 0 } needs || contexts.IsEntryPoint(member))
        {
            return null;
        }

        if (closure.ReadingInitialiser(member) is { } held)
        {
            return Refuse(member, GenerationFinding.CannotRewrite, held, Initialisers.ReasonAgainst(member, held));
        }

        if (OverloadableMembers.ReasonAgainst(member) is { } reason)
        {
            return Refuse(member, GenerationFinding.CannotRewrite, $"No context-passing overload for '{Name(member)}': it {reason}.");
        }

        if (CopiedText.IsSplitByDirectives(facts.Declaration))
        {
            return Refuse(member, GenerationFinding.CannotRewrite, $"No context-passing overload for '{Name(member)}': conditional compilation splits its declaration. Move '#if' into the body, or around whole members.");
        }

        if (closure.Switches(member))
        {
            return Refuse(member, GenerationFinding.CannotRewrite, $"No context-passing overload for '{Name(member)}': the ambient is assigned in it or in what it calls, so a context fixed at entry would miss the change. Assign it in an entry point.");
        }

        if (lookup.Covering(needs) is not { } context)
        {
            var names = string.Join(" and ", needs.Select(type => type.Type.Name).OrderBy(name => name, StringComparer.Ordinal));
            return Refuse(member, GenerationFinding.CannotRewrite, $"No context-passing overload for '{Name(member)}': it needs {names}, and none of them leads to the others. Give one a readonly member that does.");
        }

        if (context.Type.IsRefLikeType)
        {
            return Refuse(member, GenerationFinding.CannotRewrite, $"No context-passing overload for '{Name(member)}': '{context.Type.Name}' is a ref struct, which no lambda, iterator or async method can hold. Make it a class.");
        }

        var overload = MemberNames.OfOverload(member);
        if (HandWritten(member, context))
        {
            return new(facts, context, overload, IsHandWritten: true);
        }

        return refused.TryGetValue(member, out var why) ? Refuse(member, GenerationFinding.WouldCollide, why)
            : OverloadableMembers.NotPartial(facts.Declaration) is { } type ? RefuseType(member, facts, type)
            : new(facts, context, overload, IsHandWritten: false);
    }

    private static bool HandWritten(IMethodSymbol member, ContextType context) => OverloadShape.Candidates(member).Any(candidate => OverloadShape.IsTwin(candidate, member, context));

    private MemberPlan? Refuse(IMethodSymbol member, string rule, string message) => Refuse(member, rule, member, message);

    private MemberPlan? RefuseType(IMethodSymbol member, BodyFacts facts, Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax type) =>
        Refuse(
            member,
            GenerationFinding.NotPartial,
            facts.Model.GetDeclaredSymbol(type) ?? member.ContainingType,
            $"'{type.Identifier.ValueText}' is not partial, so no context-passing overload can stand beside '{Name(member)}'. Make it partial.");

    private MemberPlan? Refuse(IMethodSymbol member, string rule, ISymbol at, string message)
    {
        refusals.Add(member, new(rule, KeptSites.IdOf(at), -1, 0, message));
        return null;
    }

    private static string Name(IMethodSymbol member) => MemberNames.Qualified(member);
}
