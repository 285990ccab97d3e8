namespace ExplicitContext.Runtime;

/// <summary>
/// A queue between interpreters: first in, first out. What is put in is made ready for the receiver by the sender, so the receiver gets an object
/// of its own, or one that is immutable. Who waits is served in the order of coming, and lets other threads into its interpreter meanwhile.
/// </summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <remarks>
/// <para>The overloads that take a <c>tstate</c> are for threads inside an interpreter. Those without it are for entry points: they look
/// the thread's state up, and outside any interpreter the host is the sender, which never closes.</para>
/// <para>Threading: all members may be called from any thread. Each operation takes the queue's own lock for a moment, and no wider one.</para>
/// <para>Source: PEP 734, <c>interpreters.create_queue</c>. Unlike there, waiting polls nothing.</para>
/// </remarks>
public sealed partial class CrossQueue<T> : CrossQueue
{
    private readonly QueueCore<T> core;
    private readonly CrossObjects registry;

    internal CrossQueue(RuntimeState runtime, CrossObjects registry, QueueId id, CrossQueueOptions options)
    {
        this.registry = registry;
        core = new QueueCore<T>(runtime, id, options.Capacity, options.OnSenderGone.Checked());
    }

    /// <inheritdoc/>
    public override QueueId Id => core.Id;

    /// <inheritdoc/>
    public override Type ItemType => typeof(T);

    /// <inheritdoc/>
    public override int Capacity => core.Capacity;

    /// <inheritdoc/>
    public override OnSenderGone OnSenderGone => core.Rule;

    /// <inheritdoc/>
    public override int Count => core.Count;

    /// <inheritdoc/>
    public override bool IsCompleted => core.IsDrained;

    /// <summary>How many threads and tasks wait here.</summary>
    internal int WaiterCount => core.WaiterCount;

    /// <inheritdoc/>
    public override void Complete() => core.Complete();

    /// <inheritdoc/>
    public override void Bind() => core.Bind();

    /// <inheritdoc/>
    public override void Release()
    {
        if (core.Unbind()) Dispose();
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        if (core.Destroy()) registry.Remove(this);
    }
}
