using ExplicitContext.Model.Rewriting.Facts;
using ExplicitContext.Model.Rewriting.Planning;
using ExplicitContext.Model.Rewriting.Scopes;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting.Families;

/// <summary>
/// Plans a family as one: where nobody outside can override or implement, every member takes the context; where somebody can, the overload of
/// the first member calls the original under a scope, so that what is overridden outside still runs.
/// </summary>
internal sealed class FamilyPlanner(Closure closure, ContextLookup lookup, ContextModel contexts, Verdicts verdicts, ScopedCalls scoped, OverloadNaming naming, CancellationToken cancellationToken)
{
    private readonly ReboundScopes rebinding = new(closure, lookup);
    private readonly Openness openness = new(contexts.Compilation);
    private readonly Dictionary<MemberFamily, FamilyDecision> decisions = [];

    /// <summary>What stands against the families that were asked for.</summary>
    public IEnumerable<GenerationFinding> Refused => decisions.Values.Select(decision => decision.Refusal).OfType<GenerationFinding>();

    public FamilyDecision Decide(MemberFamily family)
    {
        if (!decisions.TryGetValue(family, out var decision))
        {
            decisions.Add(family, decision = Plan(family));
        }

        return decision;
    }

    private FamilyDecision Plan(MemberFamily family)
    {
        if (closure.NeedsOf(family.Members[0]) is not { Count: > 0 } needs || !family.Members.Any(IsReaching))
        {
            return FamilyDecision.None;
        }

        foreach (var member in family.Members)
        {
            if (OverloadableMembers.ReasonAgainst(member, contexts) is { } reason)
            {
                return Against(member, $"it {reason}");
            }
        }

        if (lookup.Covering(needs) is not { } context)
        {
            return FamilyDecision.Against(Refusals.NoCommonContext(family.Members.First(IsReaching), needs));
        }

        if (ShapeObstacles.ReasonAgainst(context) is { } unfit)
        {
            return Against(family.Members.First(IsReaching), unfit);
        }

        if (family.Members.FirstOrDefault(member => verdicts.FaultOf(member) is not null) is { } failed)
        {
            return FamilyDecision.Against(Refusals.At(failed, GenerationFinding.CannotRewrite, verdicts.FaultOf(failed)!));
        }

        if (family.Members.FirstOrDefault(member => verdicts.RefusalOf(member) is not null) is { } harmful)
        {
            return FamilyDecision.Against(Refusals.At(harmful, GenerationFinding.WouldCollide, verdicts.RefusalOf(harmful)!));
        }

        var name = naming.Of(family.Members, context);
        var plans = new Dictionary<IMethodSymbol, MemberPlan>(SymbolEqualityComparer.Default);
        foreach (var member in family.Members)
        {
            if (PlanOf(member, context, name) is not { Plan: { } plan } outcome)
            {
                return Against(member, PlanOf(member, context, name).Reason!);
            }

            plans.Add(member, plan);
        }

        FollowHandWritten(family, plans);
        InheritAboveScopes(family, plans);
        if (new FamilyInterfaces(family, openness, plans).Complete() is { } obstacle)
        {
            return FamilyDecision.Against(obstacle);
        }

        foreach (var plan in plans.Values.Where(plan => plan.IsEmitted))
        {
            if (OverloadableMembers.NotPartial(plan.Facts.Declaration) is { } type)
            {
                return FamilyDecision.Against(Refusals.NotPartial(plan.Member, type));
            }
        }

        return new(plans, null);
    }

    /// <summary>The plan of one member by itself, or what stands against it.</summary>
    private (MemberPlan? Plan, string? Reason) PlanOf(IMethodSymbol member, ContextType context, string overload)
    {
        var facts = closure.FactsOf(member) ?? BodyFacts.WithoutBody(member, contexts, cancellationToken);
        if (facts is null)
        {
            return (null, "its declaration is not in the source");
        }

        if (ShapeObstacles.ReasonAgainst(facts) is { } shape)
        {
            return (null, shape);
        }

        if (HandWrittenOverloads.Of(member, context) is { } written && MemberNames.AsCalled(written) == overload)
        {
            return (closure.HandWritten.PlanOf(facts, context, written, IsReaching(member)), null);
        }

        var plan = new MemberPlan(facts, context, overload, IsHandWritten: false);
        if (OpenReason(member) is { } open)
        {
            return member.OverriddenMethod is not null || IsExplicit(member)
                ? (plan with { Body = OverloadBody.Inherited }, null)
                : Scoped(plan, $"{Capital(open)}, and what they write must still run.");
        }

        return member.IsAbstract ? (plan with { Body = OverloadBody.Declared }, null)
            : !IsReaching(member) || contexts.IsEntryPoint(member) ? (plan with { Body = CanForward(member) ? OverloadBody.Forwarded : OverloadBody.Rewritten }, null)
            : (rebinding.ReasonAgainst(facts, out var rebound) ?? verdicts.ScopingOf(member)) is { } reason ? Scoped(plan, reason)
            : (plan with { Rebound = rebound }, null);
    }

    private (MemberPlan? Plan, string? Reason) Scoped(MemberPlan plan, string why)
    {
        if (plan.Member is { ContainingType.TypeKind: TypeKind.Interface } && !contexts.Compilation.SupportsRuntimeCapability(RuntimeCapability.DefaultImplementationsOfInterfaces))
        {
            return (null, $"{Small(why)} The framework knows no bodies in interfaces");
        }

        return scoped.ReasonAgainst(plan.Member, plan.Context, out var scopes) is { } reason
            ? (null, $"{Small(why)} It cannot be called under a scope: {reason}")
            : (plan with { Body = OverloadBody.Scoped, Scopes = scopes, Reason = why }, null);
    }

    /// <summary>
    /// An overload that calls the original calls what overrides it, too. So an override that calls its base inherits such an overload, and has none that would run in a circle.
    /// Where the family is open, an override that nobody needs inherits as well.
    /// </summary>
    private void InheritAboveScopes(MemberFamily family, Dictionary<IMethodSymbol, MemberPlan> plans)
    {
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var member in family.Members.Where(member => plans[member] is { IsHandWritten: false, Body: not OverloadBody.Inherited } && OverriddenPlan(member, plans) is { Body: OverloadBody.Scoped }))
            {
                var plan = plans[member];
                if (plan.Body is OverloadBody.Forwarded or OverloadBody.Declared or OverloadBody.Scoped || plan.Facts.Calls.Any(call => call.IsBase && closure.Reaches(call) && family.Members.Contains(call.Callee, SymbolEqualityComparer.Default)))
                {
                    plans[member] = plan with { Body = OverloadBody.Inherited, Scopes = [], Reason = null };
                    changed = true;
                }
            }
        }
    }

    /// <summary>What overrides an overload that a person wrote has that one's accessibility; where it is not virtual, there is nothing to override.</summary>
    private static void FollowHandWritten(MemberFamily family, Dictionary<IMethodSymbol, MemberPlan> plans)
    {
        foreach (var member in family.Members.Where(member => !plans[member].IsHandWritten))
        {
            if (HandWrittenAbove(member, plans) is not { } above)
            {
                continue;
            }

            var written = HandWrittenOverloads.Of(above.Member, plans[member].Context)!;
            plans[member] = written is { IsVirtual: true } or { IsAbstract: true } or { IsOverride: true }
                ? plans[member] with { Accessibility = written.DeclaredAccessibility }
                : plans[member] with { Body = OverloadBody.Inherited };
        }
    }

    /// <summary>The nearest overload up the chain of overrides that a person wrote.</summary>
    private static MemberPlan? HandWrittenAbove(IMethodSymbol member, Dictionary<IMethodSymbol, MemberPlan> plans)
    {
        for (var at = IndexerUnit.Overridden(member); at is not null; at = IndexerUnit.Overridden(at))
        {
            if (plans.TryGetValue(at.OriginalDefinition, out var plan) && plan.IsHandWritten)
            {
                return plan;
            }
        }

        return null;
    }

    /// <summary>The nearest overload up the chain of overrides that is written and not inherited.</summary>
    private static MemberPlan? OverriddenPlan(IMethodSymbol member, Dictionary<IMethodSymbol, MemberPlan> plans)
    {
        for (var at = IndexerUnit.Overridden(member); at is not null; at = IndexerUnit.Overridden(at))
        {
            if (plans.TryGetValue(at.OriginalDefinition, out var plan) && plan.Body != OverloadBody.Inherited)
            {
                return plan;
            }
        }

        return null;
    }

    private string? OpenReason(IMethodSymbol member) =>
        IsExplicit(member) && openness.CanBeDerived(member.ContainingType) && ExplicitImplementations.Of(member).OfType<IMethodSymbol>().Any(declared => openness.Of(declared.OriginalDefinition) is not null)
            ? $"other assemblies can derive from '{member.ContainingType.Name}'"
            : openness.Of(member);

    private bool IsReaching(IMethodSymbol member) => closure.ReachingFacts(member) is not null;

    private static bool IsExplicit(IMethodSymbol member) => ExplicitImplementations.Of(member).Any();

    /// <summary>What can only be called through an interface is copied instead: a call through it would box a struct.</summary>
    private bool CanForward(IMethodSymbol member) =>
        closure.FactsOf(member) is null || (!IsExplicit(member) && member is not { IsStatic: true, ContainingType.TypeKind: TypeKind.Interface });

    private static FamilyDecision Against(IMethodSymbol member, string reason) => FamilyDecision.Against(
        Refusals.At(member, GenerationFinding.CannotRewrite, $"No context-passing overload for '{Refusals.Name(member)}' and what overrides or implements it: {reason.TrimEnd('.')}."));

    private static string Capital(string reason) => char.ToUpperInvariant(reason[0]) + reason.Substring(1);

    private static string Small(string reason) => char.ToLowerInvariant(reason[0]) + reason.Substring(1);
}
