using ExplicitContext.Model.Rewriting.Facts;
using ExplicitContext.Model.Rewriting.Planning;

namespace ExplicitContext.Model.Rewriting.Texts;

/// <summary>What is decided of the callee of a call that reaches the ambient: all that the text of the call depends on, besides the call.</summary>
/// <param name="Target">The overload that it goes to; null where there is none.</param>
/// <param name="Body">What that overload does; null where it is not of this compilation.</param>
/// <param name="Reason">Why there is none, where that is to be said.</param>
/// <param name="GroupReason">Why no lambda can take the place of a method group: the end of a sentence; null where one can.</param>
internal sealed record CallDecision(CallTarget? Target, OverloadBody? Body, string? Reason, string? GroupReason)
{
    /// <summary>The decision about a call, or null for one that does not reach the ambient.</summary>
    public static CallDecision? Of(CallFact call, Closure closure, Planner planner)
    {
        if (!closure.Reaches(call))
        {
            return null;
        }

        var target = CallTarget.Of(call, planner);
        return new(
            target,
            planner.PlanOf(call.Named)?.Body,
            target is null ? KeptSites.ReasonForCallee(call, planner) : null,
            call.Delegate is { } group ? DelegateConsumers.ReasonAgainst(group, closure) : null);
    }
}
