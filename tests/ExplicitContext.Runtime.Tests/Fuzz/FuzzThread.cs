namespace ExplicitContext.Runtime.Tests;

/// <summary>One thread's operations, all of them laid down by its seed.</summary>
internal sealed class FuzzThread
{
    private static readonly TimeSpan Long = TimeSpan.FromMilliseconds(6);
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(1);

    private readonly FuzzWorld world;
    private readonly Action[] operations;

    public FuzzThread(FuzzWorld world, ulong seed, int count, bool withThreads)
    {
        this.world = world;
        var random = new Prng(seed);
        operations = [.. Enumerable.Range(0, count).Select(_ => Choose(ref random, withThreads))];
    }

    public void Run()
    {
        foreach (var operation in operations)
        {
            try
            {
                operation();
            }
            catch (Exception error) when (IsExpected(error))
            {
            }

            Assert.False(ThreadState.TryGetCurrent(out var left), $"After an operation the thread is still inside, as {left}.");
        }
    }

    /// <summary>What may come out of an operation that another thread has got in the way of. Nothing else may.</summary>
    private static bool IsExpected(Exception error) => error is
        FuzzException or InterpreterFinalizingException or InterpreterAlreadyRunningException or InterpreterNotFoundException
        or QueueEmptyException or QueueFullException or ItemInterpreterDestroyedException or OperationCanceledException
        or ExecutionFailedException { Info.TypeName: "ExplicitContext.Runtime.Tests.FuzzException" };

    private static void RunInside(ThreadState tstate, int number)
    {
        tstate.CheckBreaker();
        tstate.Interp.Seam?.Point("inside-run");
        if (number % 4 == 0) throw new FuzzException();
    }

    private Action Choose(ref Prng random, bool withThreads)
    {
        var (one, other) = (random.Below(8), random.Below(8));
        return random.Below(withThreads ? 18 : 17) switch
        {
            0 => world.Create,
            1 or 2 => () => Interp(one).Run(RunInside, other),
            3 or 4 => () => Interp(one).Enter(Work),
            5 => () => Try(one, other % 2 == 0 ? Short : Long),
            6 => () => Interp(one).Enter(_ => Interp(other).Enter(Work)),
            7 => () => Guard(Interp(one)),
            8 => () => LeaveCall(Interp(one), other),
            9 => () => world.Close(Interp(one), new CloseOptions { Timeout = other % 2 == 0 ? Short : Timeout.InfiniteTimeSpan, StopRunning = other < 4 }),
            10 => Stop,
            11 or 12 => () => Interp(one).Enter(tstate => Put(tstate, (OnSenderGone)(other % 3), other < 4 ? Short : Long)),
            13 or 14 => () => Interp(one).Enter(tstate => world.Ledger.Got(world.Queue.Get(tstate, other < 4 ? Short : Long))),
            15 => () => world.Ledger.Got(world.Queue.Get(Short, world.Cancellation.Token)),
            16 => other == 0 ? world.Cancellation.Cancel : () => Interp(one).Enter(tstate => tstate.SetAsyncException(new FuzzException())),
            _ => () => Start(Interp(one), other),
        };
    }

    private InterpreterState Interp(int number) => world.Interp(number);

    private void Work(ThreadState tstate)
    {
        world.Work(tstate);
        tstate.CheckBreaker();
        using (tstate.AllowThreads()) world.Runtime.Seam?.Point("outside");
        tstate.CheckBreaker();
        world.Work(tstate);
    }

    private void Try(int one, TimeSpan timeout)
    {
        if (!Interp(one).TryAttach(timeout, out var scope, out var tstate, world.Cancellation.Token)) return;
        using (scope) world.Work(tstate);
    }

    private void Guard(InterpreterState interp)
    {
        if (!interp.TryGuard(out var guard)) return;
        using (guard)
        {
            using (guard.Attach(out var tstate)) world.Work(tstate);
            Assert.True(interp.Phase < InterpreterPhase.Finalizing, "It finalizes in spite of a guard.");
        }
    }

    private void LeaveCall(InterpreterState interp, int number)
    {
        var left = interp.AddPendingCall(tstate =>
        {
            world.Ledger.CallMade();
            world.Work(tstate);
            if (number < 2) throw new FuzzException();
        });
        if (left) world.Ledger.CallLeft();
    }

    private void Put(ThreadState tstate, OnSenderGone rule, TimeSpan timeout)
    {
        var item = world.Ledger.NextItem();
        world.Queue.Put(tstate, item, timeout, rule);
        world.Ledger.Put(item, tstate.Interp);
    }

    private void Stop()
    {
        using (world.Runtime.StopTheWorld())
        {
            world.Stopped();
            world.Runtime.Seam?.Point("stopped");
            world.Stopped();
        }
    }

    private void Start(InterpreterState interp, int number)
    {
        var thread = interp.StartThread(Work, new InterpreterThreadOptions { IsDaemon = number < 4 });
        Assert.True(thread.Join(Timeout.InfiniteTimeSpan));
        if (thread.Error is { } error) Assert.True(IsExpected(error), error.ToString());
    }
}
