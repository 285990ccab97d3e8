namespace ExplicitContext.Runtime;

/// <summary>A queue between interpreters cannot do what was asked of it. The base of all such errors.</summary>
/// <remarks>Source: PEP 734, <c>QueueError</c>.</remarks>
public class QueueException : InterpreterException
{
    private protected QueueException(QueueId queue, string message)
        : base(null, message) =>
        Queue = queue;

    /// <summary>The queue that the error is about.</summary>
    public QueueId Queue { get; }

    internal static QueueException NotBound(QueueId queue) =>
        new(queue, $"Queue {queue} was released more often than bound. Call Release once for each Bind, or Dispose to do away with the queue.");
}
