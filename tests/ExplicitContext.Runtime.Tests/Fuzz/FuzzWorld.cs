using System.Collections.Concurrent;

namespace ExplicitContext.Runtime.Tests;

/// <summary>Interpreters and a queue, threads that do with them whatever comes out of a seed, and what must hold all the same.</summary>
internal sealed class FuzzWorld
{
    private static readonly InterpreterOptions Options = new() { CloseTimeout = Timeout.InfiniteTimeSpan, AllowDaemonThreads = true };

    private readonly ConcurrentDictionary<InterpreterState, Resident> residents = new();
    private readonly ConcurrentQueue<InterpreterState> created = new();

    public FuzzWorld(RuntimeState runtime, ulong seed, int threads, int operations, bool withThreads)
    {
        Runtime = runtime;
        Queue = runtime.CreateQueue<int>(new CrossQueueOptions { Capacity = 2 });
        Create();
        Create();
        var random = new Prng(seed);
        Threads = [.. Enumerable.Range(0, threads).Select(_ => new FuzzThread(this, random.Next(), operations, withThreads)).Select<FuzzThread, Action>(thread => thread.Run)];
    }

    public RuntimeState Runtime { get; }

    public CrossQueue<int> Queue { get; }

    public FuzzLedger Ledger { get; } = new();

    /// <summary>What some of the waiting can be ended with.</summary>
    public CancellationTokenSource Cancellation { get; } = new();

    public Action[] Threads { get; }

    /// <summary>One of the interpreters that have been created so far, open or not.</summary>
    public InterpreterState Interp(int number)
    {
        var all = created.ToArray();
        return all[number % all.Length];
    }

    public void Create()
    {
        var interp = Runtime.CreateInterpreter(Options);
        var resident = new Resident(interp);
        residents[interp] = resident;
        interp.Enter(tstate => tstate.Interp.AtExit(_ => resident.Exits++));
        created.Enqueue(interp);
    }

    /// <summary>Somebody is inside; nobody else is.</summary>
    public void Work(ThreadState tstate)
    {
        var resident = residents[tstate.Interp];
        Assert.Same(tstate, tstate.Interp.GetThreadState());
        Assert.True(Interlocked.Increment(ref resident.Inside) == 1, "Two threads are inside at once.");
        Runtime.Seam?.Point("inside");
        Assert.True(Interlocked.Decrement(ref resident.Inside) == 0, "Two threads were inside at once.");
    }

    /// <summary>Somebody has stopped all; nobody is inside anywhere.</summary>
    public void Stopped()
    {
        foreach (var resident in residents.Values) Assert.True(Volatile.Read(ref resident.Inside) == 0 || resident.Interp.Phase >= InterpreterPhase.Finalizing, "Somebody is inside while all are stopped.");
    }

    public void Close(InterpreterState interp, CloseOptions options)
    {
        var result = interp.Close(options);
        Assert.All(result.Errors, error => Assert.IsType<FuzzException>(error));
        if (result.Outcome == CloseOutcome.Closed) Interlocked.Increment(ref residents[interp].Closes);
    }

    /// <summary>What is wrong where nobody can go on without a timeout.</summary>
    public string? WhenIdle() => residents.Keys.FirstOrDefault(interp => interp.Gate.Holder is null && interp.Gate.WaiterCount > 0) is { } interp
        ? $"Lost wake-up: a thread waits for the lock of {interp}, which is free."
        : null;

    /// <summary>What must hold when all threads have ended, whatever they did.</summary>
    public void AssertSound()
    {
        Assert.Equal(0, Queue.WaiterCount);
        var survivors = residents.Keys.Where(interp => interp.Phase != InterpreterPhase.Closed).ToHashSet();
        while (TryDrain())
        {
        }

        Queue.Dispose();
        foreach (var interp in survivors) Close(interp, new CloseOptions());
        foreach (var (interp, resident) in residents)
        {
            Assert.Equal(InterpreterPhase.Closed, interp.Phase);
            Assert.Equal(1, resident.Closes);
            Assert.Equal(1, resident.Exits);
            Assert.Equal(0, resident.Inside);
            Assert.Null(interp.Gate.Holder);
            Assert.Equal(0, interp.Gate.WaiterCount);
            Assert.Equal(0, interp.ThreadCount);
            Assert.Equal(0, interp.Occupants.ThreadCount);
            Assert.Empty(interp.Associates);
        }

        Ledger.AssertBalanced(survivors);
        Assert.DoesNotContain(Runtime.Interpreters, residents.ContainsKey);
    }

    private bool TryDrain()
    {
        try
        {
            if (!Queue.TryGet(out var item)) return false;
            Ledger.Got(item);
        }
        catch (ItemInterpreterDestroyedException)
        {
        }

        return true;
    }

    private sealed class Resident(InterpreterState interp)
    {
        public int Inside;
        public int Closes;

        public InterpreterState Interp { get; } = interp;

        public int Exits { get; set; }
    }
}

/// <summary>Thrown by what the fuzz lets interpreters run, to be found wherever it comes out.</summary>
internal sealed class FuzzException() : Exception("A fault that a test has injected.");
