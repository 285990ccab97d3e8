using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting.Facts;

/// <summary>What is known of a method group that becomes a delegate: whether a lambda can take its place, which takes the context from the member around it.</summary>
/// <param name="Obstacle">Why none can: the end of a sentence; null where one can, so far as the body tells.</param>
/// <param name="Parameters">The parameters of the lambda.</param>
/// <param name="IsTyped">Whether the lambda must say the types of its parameters.</param>
/// <param name="TypeArguments">What the call in it writes behind the name, where the group left it to inference.</param>
/// <param name="Ordinal">How many arguments of that call stand before the context.</param>
internal sealed record DelegateFact(string? Obstacle, EquatableArray<LambdaParameter> Parameters, bool IsTyped, string TypeArguments, int Ordinal)
{
    /// <summary>The member that the delegate is handed to, which must do no more than invoke it; null where nothing is left to ask.</summary>
    public IMethodSymbol? Consumer { get; init; }

    /// <summary>Which of its parameters takes the delegate.</summary>
    public int Position { get; init; }

    public static DelegateFact Against(string obstacle) => new(obstacle, default, false, "", 0);
}
