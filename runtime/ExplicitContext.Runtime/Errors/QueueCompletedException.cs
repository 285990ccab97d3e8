namespace ExplicitContext.Runtime;

/// <summary>Nothing can be put into a queue any more; or nothing is left in it, and nothing will come.</summary>
public sealed class QueueCompletedException : QueueException
{
    internal QueueCompletedException(QueueId queue)
        : base(queue, $"Queue {queue} has been completed: nothing more goes in, and what was in it has been taken. Ask IsCompleted, or create another queue.")
    {
    }
}
