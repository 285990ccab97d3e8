namespace ExplicitContext.Runtime;

/// <summary>What a walk through a value is for.</summary>
internal enum CrossingMode
{
    /// <summary>Make what the receiver gets.</summary>
    Send,

    /// <summary>Only find out whether it could be sent.</summary>
    Check,

    /// <summary>Release what a sent value holds, since nobody will receive it.</summary>
    Discard,

    /// <summary>Give back to the sender what a sent value holds.</summary>
    Recall,
}
