namespace ExplicitContext.Runtime;

/// <summary>There was no room in a queue in time. The item is not in it.</summary>
/// <remarks>Source: PEP 734, <c>QueueFull</c>.</remarks>
public sealed class QueueFullException : QueueException
{
    internal QueueFullException(QueueId queue, int capacity)
        : base(queue, $"Queue {queue} is full: it holds {capacity}, and none was taken in time. Wait longer, give it more capacity, or take items faster.")
    {
    }
}
