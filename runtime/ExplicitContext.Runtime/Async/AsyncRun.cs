namespace ExplicitContext.Runtime;

/// <summary>Asynchronous code that an interpreter runs: from <c>ExecuteAsync</c> until its task ends, suspensions included.</summary>
internal abstract class AsyncRun
{
    /// <summary>Ends the run where it is: it cannot be resumed any more.</summary>
    public abstract void Refuse(Exception error);
}
