namespace ExplicitContext.Model.StaticState;

/// <summary>Where a piece of static state should live, and how one knows.</summary>
/// <param name="Home">The state to which it belongs.</param>
/// <param name="Certainty">How sure that is.</param>
/// <param name="Reason">Why, as a clause: <c>it is keyed by types, which all interpreters share</c>.</param>
public sealed record Placement(StateHome Home, Certainty Certainty, string Reason);
