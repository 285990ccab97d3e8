using System.Diagnostics;

namespace ExplicitContext.Runtime.Tests;

/// <summary>CFG-05: what is not allowed fails, and says which option allows it.</summary>
public sealed class PermissionTests : IDisposable
{
    private readonly RuntimeState runtime = RuntimeState.Initialize();

    public void Dispose() => runtime.Dispose();

    [Theory]
    [InlineData(InterpreterPermission.Fork, "allow_fork")]
    [InlineData(InterpreterPermission.Exec, "allow_exec")]
    [InlineData(InterpreterPermission.Threads, "allow_threads")]
    [InlineData(InterpreterPermission.DaemonThreads, "allow_daemon_threads")]
    public void CFG_05_EachPermission_IsItsOption(InterpreterPermission permission, string option)
    {
        var allowed = runtime.CreateInterpreter(InterpreterOptions.Isolated.With(option, true));
        var refused = runtime.CreateInterpreter(InterpreterOptions.Legacy.With(option, false));

        allowed.Demand(permission);
        Assert.True(allowed.Allows(permission));
        Assert.False(refused.Allows(permission));
        var error = Assert.Throws<InterpreterPermissionException>(() => refused.Demand(permission));
        Assert.Equal((permission, refused.Id), (error.Permission, error.Interpreter));
        Assert.Contains($"InterpreterOptions.Allow{permission}", error.Message);
        Assert.NotNull(typeof(InterpreterOptions).GetProperty($"Allow{permission}"));
        Assert.Throws<ArgumentOutOfRangeException>(() => refused.Allows((InterpreterPermission)99));
    }

    [Fact]
    public void CFG_05_ThreadsOff_StartingOneFails()
    {
        var interp = runtime.CreateInterpreter(new InterpreterOptions { AllowThreads = false });

        Assert.Equal(InterpreterPermission.Threads, Assert.Throws<InterpreterPermissionException>(() => interp.StartThread(_ => { })).Permission);
        Assert.Equal(0, interp.ThreadCount);
        Assert.True(interp.Close());
    }

    [Fact]
    public void CFG_05_FIN_27_DaemonThreadsOff_StartingOneFails_AndMakingOneByTheSetterFails()
    {
        var interp = runtime.CreateInterpreter();
        Assert.Throws<InterpreterPermissionException>(() => interp.StartThread(_ => { }, new InterpreterThreadOptions { IsDaemon = true }));

        var thread = interp.StartThread(_ => { });
        Assert.Throws<InterpreterPermissionException>(() => thread.IsDaemon = true);
        Assert.False(thread.IsDaemon);
        Assert.True(thread.Join(Harness.Patience));

        var lenient = runtime.CreateInterpreter(new InterpreterOptions { AllowDaemonThreads = true });
        Assert.True(lenient.StartThread(_ => { }, new InterpreterThreadOptions { IsDaemon = true }).Join(Harness.Patience));
    }

    [Theory]
    [InlineData(false, true, InterpreterPermission.Fork)]
    [InlineData(true, false, InterpreterPermission.Exec)]
    public void CFG_05_ProcessesOff_StartingOneFails_AndNobodyIsTold(bool fork, bool exec, InterpreterPermission missing)
    {
        var interp = runtime.CreateInterpreter(new InterpreterOptions { AllowFork = fork, AllowExec = exec });
        var told = new List<AuditEvent>();
        runtime.AddAuditHook(told.Add);

        var error = interp.Enter(tstate => Assert.Throws<InterpreterPermissionException>(() => interp.StartProcess(tstate, new ProcessStartInfo("dotnet"))));

        Assert.Equal(missing, error.Permission);
        Assert.Empty(told);
    }

    [Fact]
    public void CFG_05_ProcessesOn_OneIsStarted_HooksAreTold_AndTheLockIsFreeMeanwhile()
    {
        var interp = runtime.CreateInterpreter(new InterpreterOptions { AllowFork = true, AllowExec = true });
        var told = new List<AuditEvent>();
        runtime.AddAuditHook(told.Add);
        var info = new ProcessStartInfo(Environment.ProcessPath!, "--version") { RedirectStandardOutput = true, RedirectStandardError = true };

        using var process = interp.Enter(tstate => interp.StartProcess(tstate, info));

        process!.StandardOutput.ReadToEnd();
        process.StandardError.ReadToEnd();
        Assert.True(process.WaitForExit(Harness.Patience));
        var start = Assert.Single(told);
        Assert.Equal(("process.start", interp, info), (start.Name, start.Interpreter, start.Argument));
    }

    [Fact]
    public void CFG_05_AHookThatThrows_KeepsTheProcessFromStarting()
    {
        var interp = runtime.CreateInterpreter(new InterpreterOptions { AllowFork = true, AllowExec = true });
        interp.AddAuditHook(static heard =>
        {
            if (heard.Name == "process.start") throw new UnauthorizedAccessException("not here");
        });

        interp.Enter(tstate => Assert.Throws<UnauthorizedAccessException>(() => interp.StartProcess(tstate, new ProcessStartInfo("no such program"))));
    }

    [Fact]
    public void CFG_05_AStateThatIsNotTheCallersOwn_IsRefused()
    {
        var interp = runtime.CreateInterpreter(new InterpreterOptions { AllowFork = true, AllowExec = true });
        var stale = interp.Enter(tstate => tstate);
        var info = new ProcessStartInfo("no such program");

        Assert.Throws<NotAttachedException>(() => interp.StartProcess(stale, info));
        runtime.Main.Enter(tstate => Assert.Throws<NotAttachedException>(() => interp.StartProcess(tstate, info)));
        interp.Enter(tstate =>
        {
            Assert.Throws<ArgumentNullException>(() => interp.StartProcess(tstate, null!));
            Assert.Throws<ArgumentNullException>(() => interp.StartProcess(null!, info));
        });
    }
}
