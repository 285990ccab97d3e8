using ExplicitContext.Model.Rewriting.Planning;
using ExplicitContext.Model.Rewriting.Texts;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting.Stored;

/// <summary>Turns what was decided for the overloads of one file into values, and back.</summary>
/// <param name="ids">Names the symbols of this compilation.</param>
/// <param name="contexts">What is a context here.</param>
/// <param name="bodies">Turns what bodies do into values.</param>
internal sealed class FileStorage(SymbolIds ids, ContextModel contexts, BodyStorage bodies)
{
    /// <summary>An overload as a value; null where the body is not all that it depends on, or where it has no name.</summary>
    public StoredOverload? Store(DraftedOverload overload)
    {
        var plan = overload.Plan;
        if (plan is not { Body: OverloadBody.Rewritten, Rebound.IsEmpty: true, Bridges.IsEmpty: true, Accessibility: null } || ids.Of(plan.Member) is not { } member || ids.Of(plan.Context.Type) is not { } context)
        {
            return null;
        }

        var decisions = overload.Decisions.Select(decided => bodies.Store(decided.Call) is { } call ? Store(call.WithoutPlace(), decided.Decision) : null).Distinct().ToList();
        return decisions.Contains(null) ? null : new(member, context, plan.Overload, plan.StaysPublic, overload.Hides, overload.NeedsScope, new([.. decisions.OfType<StoredDecision>()]));
    }

    /// <summary>The plan of an overload whose original does what it did; null where its context is not to be found.</summary>
    public MemberPlan? Restore(StoredOverload overload, Facts.BodyFacts facts) =>
        ContextOf(overload.Context) is { } context ? new(facts, context, overload.Name, IsHandWritten: false) { StaysPublic = overload.StaysPublic } : null;

    public CallDecision Restore(StoredDecision decision) => new(
        decision.Context is { } id && ContextOf(id) is { } context ? new(context, decision.Name, decision.Kind) : null,
        decision.Body,
        decision.Reason,
        decision.GroupReason);

    private StoredDecision? Store(StoredCall call, CallDecision decision)
    {
        var context = decision.Target is { } target ? ids.Of(target.Context.Type) : null;
        return context is null != decision.Target is null ? null
            : new(call, context, decision.Target?.Name ?? "", decision.Target?.Kind ?? default, decision.Body, decision.Reason, decision.GroupReason);
    }

    private ContextType? ContextOf(SymbolId id) => contexts.GetContextType(ids.Find(id) as INamedTypeSymbol);
}
