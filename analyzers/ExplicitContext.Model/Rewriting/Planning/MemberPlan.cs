using System.Collections.Immutable;
using ExplicitContext.Model.Ambient;
using ExplicitContext.Model.Rewriting.Facts;
using ExplicitContext.Model.Rewriting.Families;
using ExplicitContext.Model.Rewriting.Scopes;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting.Planning;

/// <summary>What happens to one member that reaches an ambient accessor.</summary>
/// <param name="Facts">What its body does.</param>
/// <param name="Context">The context type that its overload takes.</param>
/// <param name="Overload">The name of the overload: the member's own, <c>GetX</c> for the getter of <c>X</c>, or one that touches nothing, such as <c>FooWithEngine</c>.</param>
/// <param name="IsHandWritten">Whether the overload stands in the source already, so that none is generated.</param>
internal sealed record MemberPlan(BodyFacts Facts, ContextType Context, string Overload, bool IsHandWritten)
{
    public IMethodSymbol Member => Facts.Member;

    /// <summary>Whether the overload is called otherwise than overloads usually are.</summary>
    public bool HasOwnName => Overload != OverloadShape.NameFor(Member);

    /// <summary>What the overload does.</summary>
    public OverloadBody Body { get; init; }

    /// <summary>Why the overload calls the original under a scope: a sentence; null where it does not.</summary>
    public string? Reason { get; init; }

    /// <summary>The scopes to call the original under.</summary>
    public ImmutableArray<AmbientScope> Scopes { get; init; } = [];

    /// <summary>The parts of the body that take the context which a scope enters there.</summary>
    public ImmutableArray<ReboundScope> Rebound { get; init; } = [];

    /// <summary>Whether the overload stays public, because it implements an interface's and nobody outside can see it.</summary>
    public bool StaysPublic { get; init; }

    /// <summary>The accessibility that an overload written by hand demands of this one, which overrides it; or null.</summary>
    public Accessibility? Accessibility { get; init; }

    /// <summary>The interface members whose overloads this one implements, each by a member of its own.</summary>
    public ImmutableArray<InterfaceImplementation> Bridges { get; init; } = [];

    /// <summary>Whether anything is to be written.</summary>
    public bool IsEmitted => !IsHandWritten && (Body != OverloadBody.Inherited || !Bridges.IsEmpty);

    /// <summary>A classic extension method keeps its receiver first.</summary>
    public int ContextOrdinal => OverloadShape.ContextOrdinal(Member);
}
