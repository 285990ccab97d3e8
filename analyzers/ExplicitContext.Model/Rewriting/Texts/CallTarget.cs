using ExplicitContext.Model.Rewriting.Facts;
using ExplicitContext.Model.Rewriting.Planning;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting.Texts;

/// <summary>The overload that a call goes to: one that is generated, written by hand, or in another assembly.</summary>
/// <param name="Context">The context that it takes.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is an overload of.</param>
internal sealed record CallTarget(ContextType Context, string Name, MethodKind Kind)
{
    /// <summary>The overload of a call's callee, or null where there is none.</summary>
    public static CallTarget? Of(CallFact call, Planner planner) =>
        planner.PlanOf(call.Named) is { } plan ? new(plan.Context, plan.Overload, call.Callee.MethodKind)
        : call.Upstream is { Context: { } context, Name: { } name } ? new(context, name, call.Callee.MethodKind)
        : null;
}
