using System.Collections.Immutable;

namespace ExplicitContext.Model.Incremental;

/// <summary>A part of a body, with numbers for the names that matter.</summary>
/// <param name="Names">The names under which its member is called.</param>
/// <param name="Qualifier">The type through whose name alone it can be called, or <see cref="None"/>.</param>
/// <param name="Type">The type on whose own objects alone it is called without a receiver, or <see cref="None"/>.</param>
/// <param name="Arguments">With how many arguments it is called.</param>
/// <param name="Mentions">The names that it mentions.</param>
/// <param name="Around">The types around it, and those whose members its file uses without their names.</param>
internal sealed record NumberedBody(ImmutableArray<int> Names, int Qualifier, int Type, ArgumentRange Arguments, ImmutableArray<NumberedMention> Mentions, ImmutableArray<int> Around)
{
    /// <summary>No type.</summary>
    public const int None = -1;
}
