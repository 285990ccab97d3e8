using ExplicitContext.Model.Rewriting.Facts;
using ExplicitContext.Model.Rewriting.Incremental;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting.Planning;

/// <summary>What overloads do that are written by hand. They are no part of the closure: they are read when it is known of whom they are overloads.</summary>
internal sealed class HandWrittenBodies(BodySource bodies)
{
    private readonly Dictionary<IMethodSymbol, BodyFacts?> facts = new(SymbolEqualityComparer.Default);

    /// <summary>Those that were read.</summary>
    public IEnumerable<BodyFacts> Read => facts.Values.OfType<BodyFacts>();

    /// <summary>The plan of a member that has one.</summary>
    /// <param name="member">What the member does.</param>
    /// <param name="context">The context that the overload takes.</param>
    /// <param name="overload">The overload.</param>
    /// <param name="isReaching">Whether the member reaches an ambient accessor.</param>
    public MemberPlan PlanOf(BodyFacts member, ContextType context, IMethodSymbol overload, bool isReaching) => new(member, context, MemberNames.AsCalled(overload), IsHandWritten: true)
    {
        Body = Of(overload) is not { } body || !ForwardingOverload.Is(body, member.Member) ? OverloadBody.Rewritten
            : isReaching ? OverloadBody.Scoped
            : OverloadBody.Forwarded,
    };

    private BodyFacts? Of(IMethodSymbol overload)
    {
        overload = IndexerUnit.Defined(overload);
        if (!facts.TryGetValue(overload, out var body))
        {
            facts.Add(overload, body = bodies.Of(overload));
        }

        return body;
    }
}
