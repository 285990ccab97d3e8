using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.StaticState;

/// <summary>A static member through which the whole process shares something that can change.</summary>
/// <param name="Member">The field, property or event.</param>
/// <param name="Type">Its type.</param>
/// <param name="Shape">What makes it able to change.</param>
/// <param name="Kind">What it is there for.</param>
/// <param name="IsSingleton">Whether it holds the one instance of a type.</param>
/// <param name="IsSeam">Whether it lets others, such as tests, exchange behaviour for the whole process.</param>
/// <param name="Placement">Where it should live instead.</param>
public sealed record StaticState(ISymbol Member, ITypeSymbol Type, StaticShape Shape, StaticKind Kind, bool IsSingleton, bool IsSeam, Placement Placement)
{
    /// <summary>Whether it is assigned by its own type while that is initialised, by no one else, and is no state once it cannot be assigned.</summary>
    public bool CanBeReadOnly { get; init; }
}
