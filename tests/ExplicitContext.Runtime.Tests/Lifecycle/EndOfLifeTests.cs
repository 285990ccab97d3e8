using System.Reflection;
using System.Runtime.CompilerServices;

namespace ExplicitContext.Runtime.Tests;

/// <summary>LIF: who may close an interpreter, and what is left of it.</summary>
public sealed class EndOfLifeTests : IDisposable
{
    private readonly RuntimeState runtime = RuntimeState.Initialize();

    public void Dispose() => runtime.Dispose();

    [Fact]
    public void LIF_17_AClosedInterpreterIsGone_AndCannotBeEntered()
    {
        var interp = runtime.CreateInterpreter();
        interp.Close();

        Assert.Equal(InterpreterPhase.Closed, interp.Phase);
        Assert.DoesNotContain(interp, runtime.Interpreters);
        Assert.Throws<InterpreterNotFoundException>(() => runtime.GetInterpreter(interp.Id));
        var error = Assert.Throws<InterpreterClosedException>(() => interp.Enter(_ => { }));
        Assert.Equal(interp.Id, error.Interpreter);
        Assert.Contains("Interpreter 1 is closed", error.Message);
        Action[] uses =
        [
            () => interp.Run(static _ => { }),
            () => interp.Call(static _ => 1),
            () => interp.RunAsync(static _ => { }),
            () => interp.Prepare("name", 1),
            () => interp.TryGetVariable<int>("name", out _),
            () => interp.StartThread(_ => { }),
            () => interp.Guard(),
            () => interp.AddPendingCall(_ => { }),
            () => _ = interp.IsRunning,
        ];
        Assert.All(uses, use => Assert.Equal(interp.Id, Assert.Throws<InterpreterClosedException>(use).Interpreter));
    }

    [Fact]
    public void LIF_18_ClosingTwice_IsHarmless_AndSaysSo()
    {
        var interp = runtime.CreateInterpreter();

        Assert.True(interp.Close());
        Assert.False(interp.Close());
        Assert.Equal(CloseOutcome.AlreadyClosed, interp.Close(new CloseOptions()).Outcome);
        interp.Dispose();
    }

    [Fact]
    public void LIF_19_ClosingMain_IsRefused_FromMainAndFromAnyThread()
    {
        Assert.Throws<InterpreterCloseRefusedException>(() => runtime.Main.Close());
        runtime.Main.Enter(tstate => Assert.Throws<InterpreterCloseRefusedException>(() => tstate.Interp.Close()));
        Harness.InParallel(() => Assert.Throws<InterpreterCloseRefusedException>(runtime.Main.Dispose));

        Assert.Equal(InterpreterPhase.Ready, runtime.Main.Phase);
    }

    [Fact]
    public void LIF_20_ClosingFromInside_IsRefused_AndTheInterpreterStays()
    {
        var interp = runtime.CreateInterpreter();
        interp.Enter(tstate =>
        {
            Assert.Throws<InterpreterCloseRefusedException>(() => interp.Close());
            using (tstate.AllowThreads()) Assert.Throws<InterpreterCloseRefusedException>(() => interp.Close());
            runtime.Main.Enter(_ => Assert.Throws<InterpreterCloseRefusedException>(() => interp.Close()));
        });

        Assert.Equal(1, interp.Enter(_ => 1));
    }

    [Fact]
    public void LIF_21_ClosingASiblingFromInsideASub_Works()
    {
        var sub = runtime.CreateInterpreter();
        var sibling = runtime.CreateInterpreter();

        sub.Enter(tstate =>
        {
            Assert.True(sibling.Close());
            Assert.Same(tstate, ThreadState.Current);
        });

        Assert.Equal([runtime.Main, sub], runtime.Interpreters);
    }

    [Fact]
    public void LIF_22_ClosingFromAThreadThatDidNotCreateIt_Works()
    {
        var interp = runtime.CreateInterpreter();
        Harness.InParallel(() => Assert.True(interp.Close()));

        Assert.Equal(InterpreterPhase.Closed, interp.Phase);
    }

    [Fact]
    public void LIF_23_AnInterpreterThatNobodyClosed_IsReportedWithTheStackThatMadeIt()
    {
        var leaks = new List<InterpreterLeak>();
        var watched = RuntimeState.Initialize(new RuntimeOptions { OnLeak = leaks.Add, CaptureStacks = true });
        MakeAndForget(watched);
        watched.CreateInterpreter().Close();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Assert.Equal(2, watched.Interpreters.Count);

        watched.Dispose();

        var leak = Assert.Single(leaks);
        Assert.Equal(1, leak.Interpreter.Value);
        Assert.Contains(nameof(MakeAndForget), leak.Created!.ToString());
        Assert.Contains("Interpreter 1 was still open", leak.ToString());
        Assert.Contains(nameof(MakeAndForget), leak.ToString());

        [MethodImpl(MethodImplOptions.NoInlining)]
        static void MakeAndForget(RuntimeState runtime) => runtime.CreateInterpreter();
    }

    [Fact]
    public void LIF_24_AFinalizerThatUsesAHandleAfterTheRuntimesEnd_GetsTypedErrorsOnly()
    {
        var errors = new List<Exception?>();
        var ended = RuntimeState.Initialize();
        MakeAndForget(ended.CreateInterpreter(), errors);
        ended.Dispose();
        GC.Collect();
        GC.WaitForPendingFinalizers();

        Assert.Equal(4, errors.Count);
        Assert.Null(errors[0]);
        Assert.All(errors.Skip(1), error => Assert.IsAssignableFrom<InterpreterException>(error));

        [MethodImpl(MethodImplOptions.NoInlining)]
        static void MakeAndForget(InterpreterState interp, List<Exception?> errors) => GC.KeepAlive(new Late(interp, errors));
    }

    [Fact]
    public void LIF_24_TheLibraryHasNoFinalizers() =>
        Assert.DoesNotContain(
            typeof(RuntimeState).Assembly.GetTypes(),
            type => type.GetMethod("Finalize", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly, []) is not null);

    [Fact]
    public void LIF_25_WhoBorrowedAnInterpreter_LearnsThatItIsGone()
    {
        var interp = runtime.CreateInterpreter();
        var view = interp.View;
        var borrowed = runtime.GetInterpreter(interp.Id);

        interp.Close();

        Assert.False(view.TryAttach(out _, out _));
        Assert.False(view.TryGuard(out _));
        Assert.Throws<InterpreterClosedException>(() => borrowed.Enter(_ => { }));
        Assert.Throws<InterpreterNotFoundException>(() => runtime.GetInterpreter(view.Id));
    }

    [Fact]
    public void LIF_28_AnInterpreterThatVanishesBetweenListingAndUse_IsATypedError()
    {
        var interp = runtime.CreateInterpreter();
        var listed = runtime.Interpreters;
        interp.Close();

        foreach (var each in listed)
        {
            if (each == runtime.Main) each.Run(static _ => { });
            else Assert.Throws<InterpreterClosedException>(() => each.Run(static _ => { }));
        }
    }

    private sealed class Late(InterpreterState interp, List<Exception?> errors)
    {
        ~Late()
        {
            errors.Add(Record.Exception(() => interp.Close()));
            errors.Add(Record.Exception(() => interp.Enter(_ => { })));
            errors.Add(Record.Exception(() => interp.IsRunning));
            errors.Add(Record.Exception(() => interp.Runtime.CreateInterpreter()));
        }
    }
}
