namespace ExplicitContext.Runtime;

/// <summary>A handle to something that is there once and must be released once: it leaves one hand for another, and may be dropped in between.</summary>
internal interface ITransferable
{
    /// <summary>Why it cannot leave, or null where it can.</summary>
    string? FindObstacle();

    /// <summary>Makes the receiver's handle; or null where it can no longer leave.</summary>
    ITransferable? TryDepart();

    /// <summary>On a receiver's handle that nobody has received: releases what it holds. Does not throw.</summary>
    void Discard();

    /// <summary>On a receiver's handle that nobody has received: gives back to the sender's handle what it holds.</summary>
    void Recall();
}
