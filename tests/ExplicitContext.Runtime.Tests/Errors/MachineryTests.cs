using System.Runtime.CompilerServices;

namespace ExplicitContext.Runtime.Tests;

/// <summary>EXC: failures of the runtime itself, and what any failure leaves behind.</summary>
public sealed class MachineryTests : IDisposable
{
    private readonly HeldLocks locks = new();
    private readonly RuntimeState runtime;
    private readonly InterpreterState interp;

    public MachineryTests()
    {
        runtime = RuntimeState.Initialize(new RuntimeOptions { LockObserver = locks });
        interp = runtime.CreateInterpreter();
    }

    public void Dispose()
    {
        runtime.Dispose();
        locks.Dispose();
    }

    [Fact]
    public void EXC_10_AnErrorOfTheMachinery_IsOfAnotherTypeThanOneOfTheCode()
    {
        var closed = runtime.CreateInterpreter();
        closed.Close();
        Exception?[] machinery =
        [
            Record.Exception(() => closed.Run(static _ => { })),
            Record.Exception(() => interp.Run(static (_, _) => { }, new List<int>())),
            Record.Exception(() => interp.Enter(_ => interp.Close())),
            Record.Exception(() => runtime.GetInterpreter(new InterpreterId(99))),
        ];

        Assert.All(machinery, error => Assert.IsAssignableFrom<InterpreterException>(error));
        Assert.DoesNotContain(machinery, error => error is ExecutionFailedException);
        Assert.IsType<ExecutionFailedException>(Record.Exception(() => interp.Run(static _ => throw new FormatException())));
    }

    [Fact]
    public void EXC_11_WhereTheResultCannotCross_TheErrorIsAnotherThanWhereTheCallFailed()
    {
        Assert.Throws<NotShareableException>(() => interp.Call(static _ => new List<int>()));
        var thrown = Assert.Throws<ExecutionFailedException>(() => interp.Call<List<int>>(static _ => throw new FormatException()));
        Assert.Equal(typeof(FormatException).FullName, thrown.Info.TypeName);

        using var registration = interp.Copiers.Register<Unsendable>(static _ => throw new TimeoutException("copier"));
        Assert.Equal("copier", Assert.Throws<TimeoutException>(() => interp.Call(static _ => new Unsendable())).Message);
    }

    [Fact]
    public void EXC_12_WhenMemoryRunsOutWhileTheErrorIsTold_ThePreparedOneIsTold()
    {
        var one = Tell();
        var two = Tell();

        Assert.Equal("System.OutOfMemoryException", one.TypeName);
        Assert.Contains("not enough memory", one.Message);
        Assert.Same(one, two);
        interp.Run(static _ => { });

        ErrorInfo Tell() => Assert.Throws<ExecutionFailedException>(() => interp.Run(static _ => throw new HungryException())).Info;
    }

    [Fact]
    public void EXC_13_TheRecursionLimit_IsPerInterpreter()
    {
        var shallow = runtime.CreateInterpreter(new InterpreterOptions { RecursionLimit = 10 });
        var error = Assert.Throws<ExecutionFailedException>(() => shallow.Run(static tstate => Recurse(tstate, 11)));
        Assert.Equal(typeof(RecursionLimitException).FullName, error.Info.TypeName);
        Assert.Contains("RecursionLimit", error.Info.Message);

        Assert.Equal(10, shallow.Call(static tstate => Recurse(tstate, 10)));
        Assert.Equal(11, interp.Call(static tstate => Recurse(tstate, 11)));
        Assert.Equal((10, 11), shallow.Call(
            static (tstate, other) =>
            {
                using (tstate.EnterRecursiveCall()) return (Recurse(tstate, 9) + 1, other.Call(static tstate => Recurse(tstate, 11)));
            },
            interp));
    }

    [Fact]
    public void EXC_13_AnEndlessRecursion_IsAnErrorBeforeTheStackOverflows()
    {
        var bottomless = runtime.CreateInterpreter(new InterpreterOptions { RecursionLimit = int.MaxValue });

        // On a small stack, because telling a deep one takes its time.
        Exception? error = null;
        var thread = new Thread(() => error = Record.Exception(() => bottomless.Run(static tstate => Recurse(tstate, int.MaxValue))), maxStackSize: 256 * 1024);
        thread.Start();
        Assert.True(thread.Join(Harness.Patience));
        Assert.Equal(typeof(RecursionLimitException).FullName, Assert.IsType<ExecutionFailedException>(error).Info.TypeName);
        Assert.Equal(3, bottomless.Call(static tstate => Recurse(tstate, 3)));
    }

    [Fact]
    public void EXC_14_AFailure_LeavesNoLockHeld()
    {
        Action[] failures =
        [
            () => interp.Run(static _ => throw new FormatException()),
            () => interp.Call<int>(static _ => throw new FormatException()),
            () => interp.Call(static _ => new List<int>()),
            () => interp.Run(static (_, _) => { }, new List<int>()),
            () => interp.Prepare("name", new List<int>()),
            () => interp.Run(static tstate => tstate.Interp.Run(static _ => { })),
            () => interp.Run(static tstate =>
            {
                using (tstate.AllowThreads()) throw new FormatException();
            }),
            () => interp.Run(static tstate => tstate.Interp.AtExit(null!)),
            () => interp.Enter(_ => throw new FormatException()),
            () => interp.Call(static tstate => tstate.Interp.Runtime.Main.Call<int>(static _ => throw new FormatException())),
        ];
        Assert.All(failures, failure =>
        {
            Assert.NotNull(Record.Exception(failure));
            locks.AssertNone();
            Assert.False(ThreadState.TryGetCurrent(out _));
            Assert.All(runtime.Interpreters, each =>
            {
                Assert.Null(each.Gate.Holder);
                Assert.Equal(0, each.Gate.WaiterCount);
                Assert.Equal(0, each.ThreadCount);
                Assert.Equal(each == runtime.Main, each.IsRunning);
            });
        });
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Recurse(ThreadState tstate, int calls)
    {
        if (calls == 0) return 0;
        using (tstate.EnterRecursiveCall()) return Recurse(tstate, calls - 1) + 1;
    }

    private sealed class Unsendable
    {
        public List<int> Items { get; } = [];
    }

    private sealed class HungryException : Exception
    {
        public override string Message => throw new OutOfMemoryException();
    }
}
