namespace ExplicitContext.Model.StaticState;

/// <summary>How sure it is where a piece of state should live.</summary>
public enum Certainty
{
    /// <summary>Nothing but a name or a type speaks for it.</summary>
    Guess,

    /// <summary>The way it is used speaks for it.</summary>
    Likely,

    /// <summary>The language or the framework says so.</summary>
    Certain,
}
