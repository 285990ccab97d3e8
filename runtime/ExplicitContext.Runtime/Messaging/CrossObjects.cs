namespace ExplicitContext.Runtime;

/// <summary>Which queues and channels there are in a runtime. Its lock is taken to create, find, list and remove one, never to use one.</summary>
internal sealed class CrossObjects(ILockObserver? observer)
{
    private readonly SmallLock sync = new(LockRank.Messaging, observer);

    [GuardedBy(nameof(sync))]
    private readonly SortedDictionary<long, CrossQueue> queues = [];

    [GuardedBy(nameof(sync))]
    private readonly SortedDictionary<long, (ChannelEnd Send, ChannelEnd Receive)> channels = [];

    [GuardedBy(nameof(sync))]
    private long lastQueue;

    [GuardedBy(nameof(sync))]
    private long lastChannel;

    [GuardedBy(nameof(sync))]
    private bool closed;

    /// <summary>All queues, oldest first, as of one instant.</summary>
    public IReadOnlyList<CrossQueue> Queues
    {
        get
        {
            using (sync.Enter()) return [.. queues.Values];
        }
    }

    /// <summary>All channels that are neither closed nor destroyed, oldest first, as of one instant.</summary>
    public IReadOnlyList<ChannelId> Channels
    {
        get
        {
            using (sync.Enter()) return [.. channels.Keys.Select(static id => new ChannelId(id))];
        }
    }

    /// <exception cref="RuntimeFinalizedException">The runtime has ended.</exception>
    public CrossQueue<T> CreateQueue<T>(RuntimeState runtime, CrossQueueOptions options)
    {
        using (sync.Enter())
        {
            RequireOpen();
            var queue = new CrossQueue<T>(runtime, this, new QueueId(lastQueue + 1), options);
            queues.Add(++lastQueue, queue);
            return queue;
        }
    }

    /// <exception cref="RuntimeFinalizedException">The runtime has ended.</exception>
    public (SendEnd<T> Send, ReceiveEnd<T> Receive) CreateChannel<T>(RuntimeState runtime, OnSenderGone rule)
    {
        using (sync.Enter())
        {
            RequireOpen();
            var core = new ChannelCore<T>(runtime, this, new ChannelId(lastChannel + 1), rule.Checked());
            var ends = (new SendEnd<T>(core), new ReceiveEnd<T>(core));
            channels.Add(++lastChannel, ends);
            return ends;
        }
    }

    public CrossQueue? TryFind(QueueId id)
    {
        using (sync.Enter()) return queues.GetValueOrDefault(id.Value);
    }

    public (ChannelEnd Send, ChannelEnd Receive)? TryFind(ChannelId id)
    {
        using (sync.Enter()) return channels.TryGetValue(id.Value, out var ends) ? ends : null;
    }

    public void Remove(CrossQueue queue)
    {
        using (sync.Enter()) queues.Remove(queue.Id.Value);
    }

    public void Remove(ChannelId channel)
    {
        using (sync.Enter()) channels.Remove(channel.Value);
    }

    /// <summary>Does away with all that are left; there will be no more. A second call does nothing.</summary>
    /// <returns>What was left, in the order of ids, queues first, to be reported.</returns>
    public IReadOnlyList<object> Close()
    {
        CrossQueue[] openQueues;
        (ChannelEnd Send, ChannelEnd Receive)[] openChannels;
        using (sync.Enter())
        {
            closed = true;
            openQueues = [.. queues.Values];
            openChannels = [.. channels.Values];
        }

        foreach (var queue in openQueues) queue.Dispose();
        foreach (var channel in openChannels)
        {
            try
            {
                channel.Send.Destroy();
            }
            catch (ChannelNotFoundException)
            {
                // Another thread was first.
            }
        }

        return [.. openQueues, .. openChannels.Select(static channel => channel.Send)];
    }

    [Requires(nameof(sync))]
    private void RequireOpen()
    {
        if (closed) throw new RuntimeFinalizedException();
    }
}
