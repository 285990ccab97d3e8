namespace ExplicitContext.Runtime;

public sealed partial class ThreadState
{
    /// <summary>
    /// The token of the run that the thread does; one that is never cancelled where it does none. A language hands it on to what blocks, such as
    /// getting from a queue; loops need only <see cref="CheckBreaker"/>.
    /// </summary>
    [GuardedBy("the own thread")]
    public CancellationToken RunToken => cancellation;
}
