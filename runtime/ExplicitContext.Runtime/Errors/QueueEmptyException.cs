namespace ExplicitContext.Runtime;

/// <summary>There was no item in a queue in time.</summary>
/// <remarks>Source: PEP 734, <c>QueueEmpty</c>.</remarks>
public sealed class QueueEmptyException : QueueException
{
    internal QueueEmptyException(QueueId queue)
        : base(queue, $"Queue {queue} is empty, and nothing was put in in time. Wait longer, or use TryGet where that is no error.")
    {
    }
}
