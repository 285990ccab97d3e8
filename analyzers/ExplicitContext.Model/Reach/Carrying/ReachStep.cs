namespace ExplicitContext.Model.Reach.Carrying;

/// <summary>How one member leads to the next on the way to an accessor.</summary>
public enum ReachStep
{
    /// <summary>It calls the next.</summary>
    Calls,

    /// <summary>The next may run in its stead.</summary>
    Dispatches,

    /// <summary>The next is the accessor.</summary>
    Reads,
}
