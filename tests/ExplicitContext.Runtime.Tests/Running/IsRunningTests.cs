namespace ExplicitContext.Runtime.Tests;

/// <summary>RUN: when an interpreter is running, and whose it must be.</summary>
public sealed class IsRunningTests : IDisposable
{
    private readonly RuntimeState runtime = RuntimeState.Initialize();
    private readonly InterpreterState interp;

    public IsRunningTests() => interp = runtime.CreateInterpreter();

    public void Dispose() => runtime.Dispose();

    [Fact]
    public void RUN_10_MainIsAlwaysRunning_AndASubOnlyDuringARun()
    {
        Assert.True(runtime.Main.IsRunning);
        Assert.False(interp.IsRunning);

        using var meeting = new Meeting();
        var runner = Harness.Background.Start(() => interp.Run(static (_, meeting) => meeting.Stay(), meeting));
        meeting.AwaitInside();
        Assert.True(interp.IsRunning);
        meeting.GoOn();
        runner.Join();

        Assert.False(interp.IsRunning);
        Assert.True(interp.Call(static tstate => tstate.Interp.IsRunning));
        Assert.Throws<ExecutionFailedException>(() => interp.Run(static _ => throw new FormatException()));
        Assert.False(interp.IsRunning);
    }

    [Fact]
    public void RUN_11_WhileOnlyBackgroundThreadsLive_ItIsNotRunning_ButHasThreads()
    {
        using var meeting = new Meeting();
        var thread = interp.StartThread(_ => meeting.Stay());
        meeting.AwaitInside();

        Assert.False(interp.IsRunning);
        Assert.Equal(1, interp.ThreadCount);
        meeting.GoOn();
        Assert.True(thread.Join(Harness.Patience));
        Assert.Equal(0, interp.ThreadCount);
    }

    [Fact]
    public void RUN_12_AClosedInterpreter_CannotBeAskedWhetherItRuns()
    {
        interp.Close();

        Assert.Equal(interp.Id, Assert.Throws<InterpreterClosedException>(() => interp.IsRunning).Interpreter);
    }

    [Fact]
    public void RUN_13_ARunInAForeignInterpreter_IsRefused_AndNotExecuted()
    {
        var foreign = runtime.CreateInterpreter(new InterpreterOptions { Owner = new InterpreterOwner("the host") });

        Assert.Throws<InterpreterOriginException>(() => foreign.Run(static tstate => tstate.Interp.Variables.Set(tstate, "ran", true)));
        Harness.ThrowsAtOnce<InterpreterOriginException>(() => foreign.RunAsync(static tstate => tstate.Interp.Variables.Set(tstate, "ran", true)));

        Assert.False(foreign.TryGetVariable<bool>("ran", out _));
        Assert.False(foreign.IsRunning);
    }
}
