namespace ExplicitContext.Runtime.Tests;

/// <summary>RUN-29: asynchronous code, what it holds when, and what comes of it.</summary>
public sealed class ExecuteAsyncTests : IDisposable
{
    private readonly RuntimeState runtime = RuntimeState.Initialize();
    private readonly Probe probe = new();

    public void Dispose()
    {
        probe.Gate.TrySetResult();
        runtime.Dispose();
    }

    [Fact]
    public async Task RUN_29_BetweenTwoAwaits_TheCodeIsInside()
    {
        var interp = runtime.CreateInterpreter();

        var isAttached = await interp.ExecuteAsync(static async (interp, _) =>
        {
            var all = interp.GetThreadState().IsAttached;
            await Task.Yield();
            all &= interp.GetThreadState().IsAttached;
            await Task.Delay(1);
            all &= interp.GetThreadState().IsAttached;
            await Task.Run(static () => { });
            return all && interp.GetThreadState().IsAttached;
        }).WaitAsync(Harness.Patience);

        Assert.True(isAttached);
        Assert.Null(interp.AttachedThread);
    }

    [Fact]
    public async Task RUN_29_WhileSuspended_TheLockIsFree()
    {
        var interp = runtime.CreateInterpreter();
        var run = Suspended(interp);

        Assert.True(interp.TryAttach(Harness.Patience, out var scope, out _));
        Assert.False(run.IsCompleted);
        scope.Dispose();
        probe.Gate.SetResult();

        Assert.Equal(7, await run.WaitAsync(Harness.Patience));
    }

    [Fact]
    public void RUN_29_TheThreadStateOfOneStepIsNotGoodForTheNextThread()
    {
        var interp = runtime.CreateInterpreter();
        var kept = interp.Enter(static tstate => tstate);

        Harness.InParallel(() => interp.Enter(_ => Assert.Throws<NotAttachedException>(() => kept.AllowThreads())));
    }

    [Fact]
    public async Task RUN_03_29_OneRunAtATime_SuspensionsIncluded()
    {
        var interp = runtime.CreateInterpreter();
        Assert.False(interp.IsRunning);
        var run = Suspended(interp);

        Assert.True(interp.IsRunning);
        Assert.Throws<InterpreterAlreadyRunningException>(() => interp.Run(static _ => { }));
        Assert.Throws<InterpreterAlreadyRunningException>(() => { _ = interp.ExecuteAsync(static (_, _) => Task.CompletedTask); });
        Assert.Throws<InterpreterAlreadyRunningException>(() => interp.Close());
        probe.Gate.SetResult();
        await run.WaitAsync(Harness.Patience);

        Assert.False(interp.IsRunning);
        Assert.Equal(1, interp.Call(static _ => 1));
    }

    [Fact]
    public async Task RUN_14_29_ArgumentsAndResultsCross()
    {
        var interp = runtime.CreateInterpreter();

        Assert.Equal("a!", await interp.ExecuteAsync(static async (_, text, _) =>
        {
            await Task.Yield();
            return text + "!";
        }, "a").WaitAsync(Harness.Patience));
        await interp.ExecuteAsync(static async (_, probe, _) =>
        {
            await Task.Yield();
            probe.Note("ran");
        }, probe).WaitAsync(Harness.Patience);
        await interp.ExecuteAsync(static async (_, _) => await Task.Yield()).WaitAsync(Harness.Patience);

        Assert.Equal(["ran"], probe.Notes);
    }

    [Fact]
    public async Task RUN_06_29_StateStaysFromRunToRun()
    {
        var interp = runtime.CreateInterpreter();
        await interp.ExecuteAsync(static async (interp, _) =>
        {
            await Task.Yield();
            interp.Variables.Set(interp.GetThreadState(), "x", 3);
        }).WaitAsync(Harness.Patience);

        Assert.Equal(3, await interp.ExecuteAsync(static (interp, _) =>
        {
            Assert.True(interp.Variables.TryGet(interp.GetThreadState(), "x", out var x));
            return Task.FromResult((int)x!);
        }).WaitAsync(Harness.Patience));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task EXC_01_RUN_29_WhatTheCodeThrows_IsTold(bool late)
    {
        var interp = runtime.CreateInterpreter();

        var error = await Assert.ThrowsAsync<ExecutionFailedException>(() => interp.ExecuteAsync(static async (_, late, _) =>
        {
            if (late) await Task.Yield();
            throw new FormatException("not a number");
        }, late).WaitAsync(Harness.Patience));

        Assert.Equal("System.FormatException", error.Info.TypeName);
        Assert.Equal("not a number", error.Info.Message);
        Assert.Contains(nameof(EXC_01_RUN_29_WhatTheCodeThrows_IsTold), error.Info.Display, StringComparison.Ordinal);
        Assert.Null(error.InnerException);
        Assert.False(interp.IsRunning);
    }

    [Fact]
    public async Task RUN_32_ADelegateThatReturnsNoTask_FailsAndABadArgumentChangesNothing()
    {
        var interp = runtime.CreateInterpreter();

        var error = await Assert.ThrowsAsync<ExecutionFailedException>(
            () => interp.ExecuteAsync(static (_, _) => (Task)null!).WaitAsync(Harness.Patience));
        Assert.Equal("System.InvalidOperationException", error.Info.TypeName);
        await Assert.ThrowsAsync<ArgumentNullException>(() => interp.ExecuteAsync((Func<InterpreterState, CancellationToken, Task>)null!));

        Assert.False(interp.IsRunning);
    }

    [Fact]
    public async Task TST_22_RUN_29_AsyncLocalsFlowNeitherInNorOut()
    {
        var interp = runtime.CreateInterpreter();
        Local.Value = "outside";

        var seen = await interp.ExecuteAsync(static async (_, _) =>
        {
            var before = Local.Value;
            Local.Value = "inside";
            await Task.Yield();
            return $"{before ?? "nothing"}, {Local.Value}";
        }).WaitAsync(Harness.Patience);

        Assert.Equal("nothing, inside", seen);
        Assert.Equal("outside", Local.Value);
        Assert.Equal("nothing", await interp.ExecuteAsync(static (_, _) => Task.FromResult(Local.Value ?? "nothing")).WaitAsync(Harness.Patience));
    }

    [Fact]
    public async Task RUN_29_ConfigureAwaitFalseLeaves_AndTheResultStillComesBack()
    {
        var interp = runtime.CreateInterpreter();

        var isOutside = await interp.ExecuteAsync(static async (interp, _) =>
        {
            await Task.Delay(1, CancellationToken.None).ConfigureAwait(false);
            try
            {
                interp.GetThreadState();
                return false;
            }
            catch (NotAttachedException)
            {
                return true;
            }
        }).WaitAsync(Harness.Patience);

        Assert.True(isOutside);
        Assert.False(interp.IsRunning);
    }

    [Fact]
    public async Task RUN_04_29_CodeOfOneInterpreterAwaitsCodeOfAnother_AndComesBackToItsOwn()
    {
        var (a, b) = (runtime.CreateInterpreter(), runtime.CreateInterpreter());

        var path = await a.ExecuteAsync(static async (a, b, token) =>
        {
            var inside = await b.ExecuteAsync(static async (b, _) =>
            {
                await Task.Yield();
                return b.GetThreadState().Interp.Id;
            }, token);
            return (inside, a.GetThreadState().Interp.Id);
        }, b).WaitAsync(Harness.Patience);

        Assert.Equal((b.Id, a.Id), path);
    }

    [Fact]
    public async Task RUN_29_TheCallersContinuationIsOutside()
    {
        var interp = runtime.CreateInterpreter();
        var isInside = true;
        await interp.ExecuteAsync(static async (_, _) => await Task.Yield())
            .ContinueWith(_ => isInside = ThreadState.TryGetCurrent(out var _), TaskContinuationOptions.ExecuteSynchronously).WaitAsync(Harness.Patience);

        Assert.False(isInside);
    }

    [Fact]
    public async Task LCK_02_RUN_29_StepsOfManyRunsInMainNeverOverlap_AndUseOneThreadAtATime()
    {
        var counter = new Counter();
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => runtime.Main.ExecuteAsync(static async (interp, counter, _) =>
        {
            for (var i = 0; i < 20; i++)
            {
                counter.Come(interp.ThreadCount);
                counter.Go();
                await Task.Yield();
            }
        }, counter))).WaitAsync(Harness.Patience);

        Assert.Equal((1000, 0, 1), (counter.Visits, counter.Overlaps, counter.MostThreads));
    }

    [Fact]
    public async Task LCK_05_RUN_29_StepsWithoutEndLetAnotherThreadIn()
    {
        var interp = runtime.CreateInterpreter();
        var run = interp.ExecuteAsync(static async (_, probe, token) =>
        {
            while (!probe.Gate.Task.IsCompleted) await Task.Yield();
        }, probe);

        for (var i = 0; i < 20; i++) interp.Enter(static _ => { });
        Assert.False(run.IsCompleted);
        probe.Gate.SetResult();
        await run.WaitAsync(Harness.Patience);
    }

    private static readonly AsyncLocal<string?> Local = new();

    private Task<int> Suspended(InterpreterState interp)
    {
        var run = interp.ExecuteAsync(static async (interp, probe, _) =>
        {
            probe.Reached.Set();
            await probe.Gate.Task;
            return interp.GetThreadState().IsAttached ? 7 : 0;
        }, probe);
        probe.Reached.Await("the code is inside");
        Harness.Until(() => interp.AttachedThread is null, "the code is suspended");
        return run;
    }

    private sealed class Counter : ICrossesByReference
    {
        private int inside;
        private int overlaps;

        public int Visits { get; private set; }

        public int Overlaps => overlaps;

        public int MostThreads { get; private set; }

        public void Come(int threads)
        {
            if (Interlocked.Increment(ref inside) != 1) Interlocked.Increment(ref overlaps);
            Visits++;
            MostThreads = Math.Max(MostThreads, threads);
        }

        public void Go() => Interlocked.Decrement(ref inside);
    }
}
