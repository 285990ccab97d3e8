using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting;

/// <summary>What happens to one member that reaches an ambient accessor.</summary>
/// <param name="Facts">What its body does.</param>
/// <param name="Context">The context type that its overload takes.</param>
/// <param name="Overload">The name of the overload: the member's own, or <c>GetX</c> for the getter of <c>X</c>.</param>
/// <param name="IsHandWritten">Whether the overload stands in the source already, so that none is generated.</param>
internal sealed record MemberPlan(BodyFacts Facts, ContextType Context, string Overload, bool IsHandWritten)
{
    public IMethodSymbol Member => Facts.Member;

    /// <summary>A classic extension method keeps its receiver first.</summary>
    public int ContextOrdinal => OverloadShape.ContextOrdinal(Member);
}
