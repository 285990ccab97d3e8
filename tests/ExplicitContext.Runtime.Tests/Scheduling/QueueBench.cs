namespace ExplicitContext.Runtime.Tests;

/// <summary>A queue, three interpreters that use it, and what went in and out.</summary>
internal sealed class QueueBench
{
    private readonly CancellationTokenSource cancellation = new();
    private readonly OnSenderGone rule;
    private readonly HashSet<int> put = [];
    private readonly HashSet<int> maybePut = [];
    private readonly HashSet<InterpreterState> closed = [];
    private int placeholders;

    public QueueBench(RuntimeState runtime, int capacity, OnSenderGone rule = OnSenderGone.Placeholder)
    {
        this.rule = rule;
        Queue = runtime.CreateQueue<int>(new CrossQueueOptions { Capacity = capacity, OnSenderGone = rule });
        Interps = [runtime.CreateInterpreter(), runtime.CreateInterpreter(), runtime.CreateInterpreter()];
    }

    public CrossQueue<int> Queue { get; }

    public InterpreterState[] Interps { get; }

    /// <summary>Whether nobody gives up, so that no item comes back behind those that were put after it.</summary>
    public bool IsInOrder { get; init; }

    /// <summary>What came out.</summary>
    public List<int> Got { get; } = [];

    public Race Race(params Action[] threads) => new(threads) { WhenIdle = WhenIdle, Check = AssertAllGot };

    /// <summary>Does something inside an interpreter, until that is closed or the queue is over.</summary>
    public void Inside(int number, Action<ThreadState> action) => Try(() => Interps[number].Enter(action));

    /// <summary>Gets as a host does.</summary>
    public void Outside(int count, TimeSpan? timeout = null) => Try(() => Get(count, () => Queue.Get(timeout, cancellation.Token)));

    public void Put(ThreadState tstate, int[] items, TimeSpan? timeout = null)
    {
        foreach (var item in items)
        {
            maybePut.Add(item);
            try
            {
                Queue.Put(tstate, item, timeout, cancellationToken: cancellation.Token);
                put.Add(item);
            }
            catch (Exception error) when (error is QueueFullException or OperationCanceledException)
            {
                maybePut.Remove(item);
            }

            Assert.InRange(Queue.Count, 0, Queue.Capacity + 1);
        }
    }

    public void Get(ThreadState tstate, int count, TimeSpan? timeout = null) => Get(count, () => Queue.Get(tstate, timeout, cancellation.Token));

    public void Cancel()
    {
        Interps[0].Seam!.Point("cancel");
        cancellation.Cancel();
    }

    public void Close(int number)
    {
        Assert.Equal(CloseOutcome.Closed, Interps[number].Close(new CloseOptions()).Outcome);
        closed.Add(Interps[number]);
    }

    /// <summary>That everything that was put has come out, once and in order, or follows the rule for a sender that is gone.</summary>
    public void AssertAllGot()
    {
        while (Queue.Count > 0) Take(() => Queue.TryGet(out var item) ? item : throw new InvalidOperationException("The queue counts items that it has not got."));
        Assert.Equal(Got.Distinct(), Got);
        Assert.Subset(maybePut, Got.ToHashSet());
        var lost = put.Except(Got).Count();
        if (!closed.Contains(Interps[0])) Assert.Equal(0, lost + placeholders);
        else if (rule == OnSenderGone.Remove) Assert.Equal(0, placeholders);
        else Assert.InRange(placeholders, lost, maybePut.Count - Got.Count);
        Leave();
    }

    /// <summary>That nobody waits any more.</summary>
    public void Leave()
    {
        Queue.Dispose();
        Assert.Equal(0, Queue.WaiterCount);
        foreach (var interp in Interps.Except(closed)) Assert.True(interp.Close());
        Assert.All(Interps, interp => Assert.Empty(interp.Associates));
    }

    private static void Try(Action action)
    {
        try
        {
            action();
        }
        catch (Exception error) when (error is InterpreterFinalizingException or QueueCompletedException or QueueNotFoundException or OperationCanceledException)
        {
        }
    }

    /// <summary>Gets as one thread does, which sees the items of one sender in their order.</summary>
    private void Get(int count, Func<CrossItem<int>> take)
    {
        var latest = new int[2];
        for (var i = 0; i < count; i++)
        {
            if (Take(take) is not { } value || !IsInOrder) continue;
            Assert.InRange(value, latest[value / 10] + 1, int.MaxValue);
            latest[value / 10] = value;
        }
    }

    private int? Take(Func<CrossItem<int>> take)
    {
        try
        {
            var item = take();
            if (item.TryGetValue(out var value))
            {
                Got.Add(value);
                return value;
            }

            placeholders++;
        }
        catch (ItemInterpreterDestroyedException)
        {
            placeholders++;
        }
        catch (QueueEmptyException)
        {
        }

        return null;
    }

    private string? WhenIdle() => Interps.FirstOrDefault(interp => interp.Gate.Holder is null && interp.Gate.WaiterCount > 0) is { } interp
        ? $"Lost wake-up: a thread waits for the lock of {interp}, which is free."
        : null;
}
