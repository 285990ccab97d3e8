using ExplicitContext.Model.StaticState;

namespace ExplicitContext.Migration.Inventory;

/// <summary>One piece of mutable process-global state.</summary>
/// <param name="Id">The documentation ID of the member.</param>
/// <param name="DeclaringType">The type that declares it, with its namespace.</param>
/// <param name="Name">The member's own name.</param>
/// <param name="Type">The type of what it holds.</param>
/// <param name="Shape">What makes it able to change.</param>
/// <param name="Kind">What it is there for.</param>
/// <param name="IsSingleton">Whether it holds the one instance of its declaring type.</param>
/// <param name="IsSeam">Whether others, such as tests, exchange behaviour through it.</param>
/// <param name="Home">The state in which it should live.</param>
/// <param name="Certainty">How sure that is.</param>
/// <param name="Reason">Why, as a clause.</param>
/// <param name="Place">Where it is declared.</param>
public sealed record StaticMember(
    string Id, string DeclaringType, string Name, string Type, StaticShape Shape, StaticKind Kind, bool IsSingleton, bool IsSeam, StateHome Home, Certainty Certainty, string Reason, SourcePlace Place);
