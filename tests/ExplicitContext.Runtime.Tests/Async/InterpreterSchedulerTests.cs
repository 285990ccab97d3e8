namespace ExplicitContext.Runtime.Tests;

/// <summary>RUN-29: an interpreter's task scheduler, used directly.</summary>
public sealed class InterpreterSchedulerTests : IDisposable
{
    private readonly RuntimeState runtime = RuntimeState.Initialize();

    public void Dispose() => runtime.Dispose();

    [Fact]
    public async Task RUN_29_ATaskRunsInside_AndSoDoesWhatComesAfterItsAwaits()
    {
        var interp = runtime.CreateInterpreter();
        var isInside = await Start(interp, async () =>
        {
            var first = interp.GetThreadState().IsAttached;
            await Task.Delay(1);
            return first && interp.GetThreadState().IsAttached && TaskScheduler.Current == interp.Scheduler;
        }).Unwrap().WaitAsync(Harness.Patience);

        Assert.True(isInside);
        Assert.Same(interp, interp.Scheduler.Interp);
        Assert.Equal(1, interp.Scheduler.MaximumConcurrencyLevel);
    }

    [Fact]
    public async Task RUN_29_ATaskThatWaitsForOneOfItsScheduler_RunsItInPlace()
    {
        var interp = runtime.CreateInterpreter();
        var result = await Start(interp, () =>
        {
            var nested = Start(interp, () => interp.GetThreadState().IsAttached);
            return nested.Result;
        }).WaitAsync(Harness.Patience);

        Assert.True(result);
    }

    [Fact]
    public async Task RUN_29_AnotherThreadThatWaits_DoesNotRunItInPlace()
    {
        var interp = runtime.CreateInterpreter();
        var (thread, task) = await Task.Run(() =>
        {
            using (interp.Attach(out _))
            {
                var task = Start(interp, () => Environment.CurrentManagedThreadId);
                Assert.False(task.Wait(TimeSpan.FromMilliseconds(5)));
                return (Environment.CurrentManagedThreadId, task);
            }
        }).WaitAsync(Harness.Patience);

        Assert.NotEqual(0, await task.WaitAsync(Harness.Patience));
        Assert.NotEqual(0, thread);
    }

    [Fact]
    public async Task RUN_29_FailuresPassAsTheyAre()
    {
        var error = new FormatException();
        var task = Start<int>(runtime.CreateInterpreter(), () => throw error);

        Assert.Same(error, await Assert.ThrowsAsync<FormatException>(() => task.WaitAsync(Harness.Patience)));
    }

    [Fact]
    public async Task PEN_11_RUN_29_TasksThatWaitWhenTheInterpreterCloses_StillRun_InOrderAndInside()
    {
        var interp = runtime.CreateInterpreter();
        var order = new List<string>();
        Task? first = null, second = null;
        interp.Enter(tstate =>
        {
            interp.AtExit(_ => order.Add("exit function"));
            first = Start(interp, () => Note("first"));
            second = Start(interp, () => Note("second"));
            Harness.Until(() => interp.Gate.WaiterCount == 1, "the pump waits for the lock");
            Task.Run(() => interp.Close());
            Harness.Until(() => interp.Phase != InterpreterPhase.Ready, "somebody closes");
        });

        await Task.WhenAll(first!, second!).WaitAsync(Harness.Patience);
        Harness.Until(() => interp.Phase == InterpreterPhase.Closed, "it is closed");
        Assert.Equal(["first True", "second True", "exit function"], order);

        bool Note(string what)
        {
            order.Add($"{what} {interp.GetThreadState().IsAttached}");
            return true;
        }
    }

    [Fact]
    public async Task FIN_15_RUN_29_NothingCanBeStarted_AndWhatResumesLateDoesNoHarm()
    {
        var interp = runtime.CreateInterpreter();
        var gate = new TaskCompletionSource();
        var resumed = false;
        var reached = new ManualResetEventSlim();
        _ = Start(interp, async () =>
        {
            reached.Set();
            await gate.Task;
            resumed = true;
        });
        reached.Await("the code is inside");
        var scheduler = interp.Scheduler;
        interp.Close();

        gate.SetResult();
        var error = Assert.Throws<TaskSchedulerException>(
            () => { _ = Task.Factory.StartNew(() => resumed = true, CancellationToken.None, TaskCreationOptions.None, scheduler); });
        await Task.Delay(20);

        Assert.IsType<InterpreterClosedException>(error.InnerException);
        Assert.Throws<InterpreterClosedException>(() => interp.Scheduler);
        Assert.False(resumed);
    }

    [Fact]
    public async Task LCK_20_RUN_29_StepsOfInterpretersThatShareALock_Exclude()
    {
        var interp = runtime.CreateInterpreter(new InterpreterOptions { Lock = InterpreterLockKind.SharedWithMain });
        var inside = 0;
        var overlaps = 0;
        var tasks = new[] { interp, runtime.Main }.Select(one => Start(one, async () =>
        {
            for (var i = 0; i < 200; i++)
            {
                if (Interlocked.Increment(ref inside) != 1) Interlocked.Increment(ref overlaps);
                Interlocked.Decrement(ref inside);
                await Task.Yield();
            }
        }).Unwrap());

        await Task.WhenAll(tasks).WaitAsync(Harness.Patience);
        Assert.Equal(0, overlaps);
    }

    [Fact]
    public async Task LCK_23_RUN_29_ALockWhoseHolderHasDied_FaultsTheRun_InsteadOfHangingIt()
    {
        var other = RuntimeState.Initialize();
        var interp = other.CreateInterpreter();
        var dead = new Thread(() => interp.Attach(out _));
        dead.Start();
        dead.Join();

        await Assert.ThrowsAsync<InterpreterAbandonedException>(
            () => interp.ExecuteAsync(static (_, _) => Task.CompletedTask).WaitAsync(Harness.Patience));
        Assert.Equal(CloseOutcome.Closed, interp.Close(new CloseOptions()).Outcome);
    }

    private static Task<T> Start<T>(InterpreterState interp, Func<T> function) =>
        Task.Factory.StartNew(function, CancellationToken.None, TaskCreationOptions.None, interp.Scheduler);
}
