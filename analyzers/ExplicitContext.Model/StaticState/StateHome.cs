namespace ExplicitContext.Model.StaticState;

/// <summary>The state in which what is static now should live.</summary>
public enum StateHome
{
    /// <summary>The process: it may stay where it is, as a constant or under a lock.</summary>
    Process,

    /// <summary>The interpreter: each instance of the program has its own.</summary>
    Interpreter,

    /// <summary>The thread.</summary>
    Thread,
}
