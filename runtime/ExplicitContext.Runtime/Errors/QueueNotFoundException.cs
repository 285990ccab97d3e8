namespace ExplicitContext.Runtime;

/// <summary>There is no such queue, or not any more.</summary>
/// <remarks>Source: PEP 734, <c>QueueNotFoundError</c>.</remarks>
public sealed class QueueNotFoundException : QueueException
{
    private QueueNotFoundException(QueueId queue, string message)
        : base(queue, message)
    {
    }

    internal static QueueNotFoundException Disposed(QueueId queue) =>
        new(queue, $"Queue {queue} has been disposed of. Create another one with RuntimeState.CreateQueue, and dispose of it when nobody uses it any more.");

    internal static QueueNotFoundException Unknown(QueueId queue) =>
        new(queue, $"There is no queue {queue}: it was never created, or has been disposed of. RuntimeState.Queues lists those there are.");

    internal static QueueNotFoundException OtherItems(CrossQueue queue, Type asked) =>
        new(queue.Id, $"There is no queue {queue.Id} of {asked.Name}: its items are of type {queue.ItemType.Name}. Ask for it by that type.");
}
