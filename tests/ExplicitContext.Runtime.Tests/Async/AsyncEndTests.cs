namespace ExplicitContext.Runtime.Tests;

/// <summary>How asynchronous code ends early: cancelled, or because its interpreter closes.</summary>
public sealed class AsyncEndTests : IDisposable
{
    private static readonly CloseOptions Stop = new() { StopRunning = true, Timeout = Harness.Patience };

    private readonly RuntimeState runtime = RuntimeState.Initialize();
    private readonly Probe probe = new();

    public void Dispose()
    {
        probe.Gate.TrySetResult();
        runtime.Dispose();
    }

    [Fact]
    public async Task RUN_30_29_SuspendedCodeThatHeedsItsToken_IsCancelledInside()
    {
        var interp = runtime.CreateInterpreter();
        using var source = new CancellationTokenSource();
        var run = HeedingItsToken(interp, source.Token);

        source.Cancel();
        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.WaitAsync(Harness.Patience));

        Assert.Equal(source.Token, error.CancellationToken);
        Assert.True(run.IsCanceled);
        Assert.Equal(["finally inside"], probe.Notes);
        Assert.False(interp.IsRunning);
    }

    [Fact]
    public async Task RUN_30_29_CodeThatComputes_IsCancelledAtItsNextCheck()
    {
        var interp = runtime.CreateInterpreter();
        using var source = new CancellationTokenSource();
        var run = interp.ExecuteAsync(static async (interp, probe, _) =>
        {
            await Task.Yield();
            var tstate = interp.GetThreadState();
            probe.Reached.Set();
            while (true) tstate.CheckBreaker();
        }, probe, source.Token);
        probe.Reached.Await("the code computes");

        source.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.WaitAsync(Harness.Patience));
        Assert.True(run.IsCanceled);
        Assert.False(interp.IsRunning);
    }

    [Fact]
    public async Task RUN_30_29_ACancellationIsOfItsOwnRunOnly()
    {
        using var source = new CancellationTokenSource();
        var cancelled = HeedingItsToken(runtime.Main, source.Token);
        var other = new Probe();
        var goesOn = runtime.Main.ExecuteAsync(static async (interp, probe, _) =>
        {
            await probe.Gate.Task;
            interp.GetThreadState().CheckBreaker();
            return 1;
        }, other);

        source.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled.WaitAsync(Harness.Patience));
        other.Gate.SetResult();

        Assert.Equal(1, await goesOn.WaitAsync(Harness.Patience));
    }

    [Fact]
    public void RUN_30_29_ATokenThatIsCancelledBefore_LetsNothingRun()
    {
        var interp = runtime.CreateInterpreter();
        var run = interp.ExecuteAsync(static (_, probe, _) =>
        {
            probe.Note("ran");
            return Task.CompletedTask;
        }, probe, new CancellationToken(canceled: true));

        Assert.True(run.IsCanceled);
        Assert.Empty(probe.Notes);
        Assert.False(interp.IsRunning);
    }

    [Fact]
    public async Task EXC_01_RUN_29_ACancellationThatNobodyAskedFor_IsAFailure()
    {
        var interp = runtime.CreateInterpreter();
        var error = await Assert.ThrowsAsync<ExecutionFailedException>(
            () => interp.ExecuteAsync(static (_, _) => Task.FromCanceled(new CancellationToken(true))).WaitAsync(Harness.Patience));

        Assert.Equal("System.Threading.Tasks.TaskCanceledException", error.Info.TypeName);
    }

    [Fact]
    public async Task FIN_12_RUN_29_ClosingWhileSuspended_FaultsTheTask_AndTheCodeIsNeverResumed()
    {
        var interp = runtime.CreateInterpreter();
        var run = interp.ExecuteAsync(static async (_, probe, _) =>
        {
            probe.Reached.Set();
            await probe.OnTheSpot.Task;
            probe.Note("resumed");
        }, probe);
        probe.Reached.Await("the code is inside");
        Harness.Until(() => interp.AttachedThread is null, "the code is suspended");

        Assert.Equal(CloseOutcome.Closed, interp.Close(Stop).Outcome);
        await Assert.ThrowsAnyAsync<InterpreterFinalizingException>(() => run.WaitAsync(Harness.Patience));

        // By the time that this returns, the scheduler has been asked to resume the code.
        probe.OnTheSpot.SetResult();
        await Task.Delay(20);
        Assert.Empty(probe.Notes);
    }

    [Fact]
    public async Task FIN_14_RUN_29_ClosingCancelsTheToken_AndTheCodeEndsInside_BeforeExitFunctionsRun()
    {
        var interp = runtime.CreateInterpreter();
        interp.Enter(_ => interp.AtExit(_ => probe.Note("exit function")));
        var run = HeedingItsToken(interp, CancellationToken.None);

        Assert.Equal(CloseOutcome.Closed, interp.Close(Stop).Outcome);
        await Assert.ThrowsAnyAsync<InterpreterFinalizingException>(() => run.WaitAsync(Harness.Patience));

        Assert.Equal(["finally inside", "exit function"], probe.Notes);
    }

    [Fact]
    public async Task FIN_08_RUN_29_ClosingWithoutStopping_IsRefused_AndTheCodeIsUnharmed()
    {
        var interp = runtime.CreateInterpreter();
        var run = HeedingItsToken(interp, CancellationToken.None);

        Assert.Throws<InterpreterAlreadyRunningException>(() => interp.Close());
        Assert.False(interp.ClosingToken.IsCancellationRequested);
        probe.Gate.SetResult();

        await run.WaitAsync(Harness.Patience);
    }

    [Fact]
    public async Task FIN_12_RUN_29_CodeThatNeverStopsYielding_DoesNotKeepItsInterpreterOpen()
    {
        var interp = runtime.CreateInterpreter();
        var run = interp.ExecuteAsync(static async (_, probe, _) =>
        {
            probe.Reached.Set();
            while (true) await Task.Yield();
        }, probe);
        probe.Reached.Await("the code is inside");

        Assert.Equal(CloseOutcome.Closed, interp.Close(Stop).Outcome);
        await Assert.ThrowsAnyAsync<InterpreterFinalizingException>(() => run.WaitAsync(Harness.Patience));
    }

    [Fact]
    public async Task RTM_10_RUN_29_DisposingOfTheRuntime_EndsSuspendedCode_OfTheMainInterpreterToo()
    {
        var other = RuntimeState.Initialize();
        var runs = new[] { other.Main, other.CreateInterpreter() }.Select(interp => interp.ExecuteAsync(static async (_, probe, _) => await probe.Gate.Task, probe)).ToArray();
        other.Dispose();

        foreach (var run in runs) await Assert.ThrowsAnyAsync<InterpreterFinalizingException>(() => run.WaitAsync(Harness.Patience));
    }

    [Fact]
    public async Task FIN_15_RUN_29_NothingStartsInAClosedInterpreter()
    {
        var interp = runtime.CreateInterpreter();
        interp.Close();

        await Assert.ThrowsAsync<InterpreterClosedException>(() => interp.ExecuteAsync(static (_, _) => Task.CompletedTask));
    }

    [Fact]
    public async Task TST_11_RUN_29_AStepThatLeavesScopesOpen_FaultsItsRun_AndLeavesNobodyInside()
    {
        var (interp, other) = (runtime.CreateInterpreter(), runtime.CreateInterpreter());
        foreach (var leak in new[] { "same", "other", "outside" })
        {
            var run = interp.ExecuteAsync(static async (interp, call, _) =>
            {
                Leak(interp, call.other, call.leak);
                await call.probe.Gate.Task;
            }, (other, leak, probe));

            await Assert.ThrowsAsync<AttachmentException>(() => run.WaitAsync(Harness.Patience));
            Harness.Until(() => interp.ThreadCount == 0 && other.ThreadCount == 0, "nobody is inside");
            Assert.Null(interp.AttachedThread);
            Assert.Null(other.AttachedThread);
        }

        Assert.Equal(1, await interp.ExecuteAsync(static (_, _) => Task.FromResult(1)).WaitAsync(Harness.Patience));
        Assert.True(interp.Close());

        static void Leak(InterpreterState interp, InterpreterState other, string leak)
        {
            if (leak == "outside") interp.GetThreadState().AllowThreads();
            else (leak == "same" ? interp : other).Attach(out _);
        }
    }

    private Task HeedingItsToken(InterpreterState interp, CancellationToken cancellationToken)
    {
        var run = interp.ExecuteAsync(static async (interp, probe, token) =>
        {
            try
            {
                probe.Reached.Set();
                await probe.Gate.Task.WaitAsync(token);
            }
            finally
            {
                probe.Note(interp.GetThreadState().IsAttached ? "finally inside" : "finally outside");
            }
        }, probe, cancellationToken);
        probe.Reached.Await("the code is inside");
        Harness.Until(() => interp.AttachedThread is null, "the code is suspended");
        return run;
    }
}
