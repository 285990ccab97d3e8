using ExplicitContext.Model.Rewriting.Facts;
using ExplicitContext.Model.Rewriting.Planning;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting.Safety;

/// <summary>The calls in generated bodies that another member would take, because C# comes to its type first. By a name of its own, the overload is out of its reach.</summary>
internal static class HiddenCalls
{
    /// <summary>Such calls, each with the plan of the callee and the type whose member would take it.</summary>
    public static IEnumerable<(MemberPlan Callee, INamedTypeSymbol HiddenBy, SyntaxNode Call)> In(IEnumerable<MemberPlan> plans, Planner planner) =>
        from plan in plans
        where plan.Body == OverloadBody.Rewritten
        from call in plan.Facts.Calls
        where call.HiddenBy is not null && (call.Form != CallForm.MethodGroup || call.Delegate is not null)
        let callee = planner.PlanOf(call.Named)
        where callee is not null && planner.CanBeRenamed(callee)
        select (callee, call.HiddenBy, call.Site);
}
