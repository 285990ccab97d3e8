namespace ExplicitContext.Runtime;

public sealed partial class RuntimeState
{
    // Queues and channels lie between interpreters, so no interpreter can own them; their ids mean the same in all. It has its own lock inside.
    [GuardedBy("set once")]
    private readonly CrossObjects crossObjects;

    /// <summary>All queues that have not been disposed of, oldest first, as they were at one instant.</summary>
    public IReadOnlyList<CrossQueue> Queues => crossObjects.Queues;

    /// <summary>All channels that are neither closed nor destroyed, oldest first, as they were at one instant.</summary>
    /// <remarks>Source: CPython <c>_interpchannels.list_all</c>.</remarks>
    public IReadOnlyList<ChannelId> Channels => crossObjects.Channels;

    /// <summary>Creates a queue between interpreters. The caller disposes of it, or disposing of the runtime does.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="options">The defaults where left out: any number of items, and placeholders for those whose sender is closed.</param>
    /// <returns>The queue, which any interpreter can be given.</returns>
    /// <exception cref="RuntimeFinalizedException">The runtime has been disposed of.</exception>
    public CrossQueue<T> CreateQueue<T>(CrossQueueOptions? options = null) => crossObjects.CreateQueue<T>(this, options ?? new CrossQueueOptions());

    /// <summary>Finds a queue by its id.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="id">An id from <see cref="CrossQueue.Id"/>.</param>
    /// <returns>The one object that stands for this queue.</returns>
    /// <exception cref="QueueNotFoundException">There is no such queue, or its items are of another type.</exception>
    public CrossQueue<T> GetQueue<T>(QueueId id) => crossObjects.TryFind(id) switch
    {
        CrossQueue<T> queue => queue,
        null => throw QueueNotFoundException.Unknown(id),
        var queue => throw QueueNotFoundException.OtherItems(queue, typeof(T)),
    };

    /// <summary>Creates a channel between interpreters. It lasts until it is closed or destroyed, or the runtime is disposed of.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="onSenderGone">What becomes of items whose sender is closed, unless the send says otherwise.</param>
    /// <returns>The two ends, which any interpreter can be given.</returns>
    /// <exception cref="RuntimeFinalizedException">The runtime has been disposed of.</exception>
    public (SendEnd<T> Send, ReceiveEnd<T> Receive) CreateChannel<T>(OnSenderGone onSenderGone = OnSenderGone.Placeholder) =>
        crossObjects.CreateChannel<T>(this, onSenderGone);

    /// <summary>Finds a channel by its id.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="id">An id from <see cref="ChannelEnd.Id"/>.</param>
    /// <returns>The two objects that stand for the ends of this channel.</returns>
    /// <exception cref="ChannelNotFoundException">There is no such channel, or its items are of another type.</exception>
    public (SendEnd<T> Send, ReceiveEnd<T> Receive) GetChannel<T>(ChannelId id) => crossObjects.TryFind(id) switch
    {
        (SendEnd<T> send, ReceiveEnd<T> receive) => (send, receive),
        null => throw ChannelNotFoundException.Unknown(id),
        var (send, _) => throw ChannelNotFoundException.OtherItems(send, typeof(T)),
    };

    /// <summary>Does away with the queues and channels that are left, and tells the hooks of each: somebody should have.</summary>
    private void CloseCrossObjects(List<Exception> errors)
    {
        foreach (var left in crossObjects.Close())
        {
            try
            {
                Audit("runtime.left-open", null, left);
            }
            catch (Exception error)
            {
                errors.Add(error);
            }
        }
    }
}
