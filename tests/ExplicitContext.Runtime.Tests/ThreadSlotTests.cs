namespace ExplicitContext.Runtime.Tests;

/// <summary>Module state of which every thread has its own, and when it ends.</summary>
public sealed class ThreadSlotTests : IDisposable
{
    private readonly RuntimeState runtime = RuntimeState.Initialize();

    public void Dispose() => runtime.Dispose();

    [Fact]
    public void StateOfOneThread_IsInvisibleInAnother_AndStaysOverVisits()
    {
        var slot = new ThreadSlot<List<string>>(_ => []);
        var interp = runtime.CreateInterpreter();
        interp.Enter(tstate => tstate.GetState(slot).Add("first"));
        Harness.InParallel(() => interp.Enter(tstate => Assert.Empty(tstate.GetState(slot))));
        interp.Enter(tstate => Assert.Equal(["first"], tstate.GetState(slot)));
        runtime.Main.Enter(tstate => Assert.Empty(tstate.GetState(slot)));
    }

    [Fact]
    public void TheFactoryRunsOncePerThread_AndGetsItsState()
    {
        var made = new List<ThreadState>();
        var slot = new ThreadSlot<object>(tstate =>
        {
            made.Add(tstate);
            return new object();
        });
        for (var i = 0; i < 3; i++) runtime.Main.Enter(tstate => Assert.Same(tstate.GetState(slot), tstate.GetState(slot)));
        runtime.Main.Enter(tstate => Assert.Equal([tstate], made));
    }

    [Fact]
    public void AThreadOfTheInterpreter_DisposesOfItsStateAtItsEnd_NewestFirst()
    {
        var ended = new List<string>();
        var first = new ThreadSlot<Probe>(_ => new Probe(ended, "first"));
        var second = new ThreadSlot<Probe>(_ => new Probe(ended, "second"));
        var interp = runtime.CreateInterpreter();
        var thread = interp.StartThread(tstate =>
        {
            tstate.GetState(first);
            tstate.GetState(second);
        });

        Assert.True(thread.Join(Harness.Patience));

        Assert.Equal(["second", "first"], ended);
        interp.Close();
        Assert.Equal(2, ended.Count);
    }

    [Fact]
    public void AThreadThatFails_DisposesOfItsState_AndItsOwnErrorIsTold()
    {
        var ended = new List<string>();
        var slot = new ThreadSlot<Probe>(_ => new Probe(ended, "state", new FormatException()));
        var thread = runtime.CreateInterpreter().StartThread(tstate =>
        {
            tstate.GetState(slot);
            throw new InvalidOperationException("own");
        });

        Assert.True(thread.Join(Harness.Patience));

        Assert.Equal(["state"], ended);
        Assert.Equal("own", Assert.IsType<InvalidOperationException>(thread.Error).Message);
    }

    [Fact]
    public void StateThatCannotBeDisposedOf_FailsItsThread()
    {
        var slot = new ThreadSlot<Probe>(_ => new Probe([], "state", new FormatException()));
        var thread = runtime.CreateInterpreter().StartThread(tstate => tstate.GetState(slot));

        Assert.True(thread.Join(Harness.Patience));

        Assert.IsType<FormatException>(Assert.Single(Assert.IsType<AggregateException>(thread.Error).InnerExceptions));
    }

    [Fact]
    public void Closing_DisposesOfThreadsBeforeTheInterpreter_NewestFirst_AlsoWhatIsMadeMeanwhile()
    {
        var ended = new List<string>();
        var late = new ThreadSlot<Probe>(_ => new Probe(ended, "late"));
        var ofThread = new ThreadSlot<Probe>(_ => new Probe(ended, "thread"));
        var ofInterp = new InterpreterSlot<Probe>(_ => new Probe(ended, "interpreter", onDispose: () => ThreadState.Current.GetState(late)));
        var interp = runtime.CreateInterpreter();
        interp.Enter(tstate =>
        {
            tstate.Interp.GetState(ofInterp);
            tstate.GetState(ofThread);
        });
        Harness.InParallel(() => interp.Enter(tstate => tstate.GetState(new ThreadSlot<Probe>(_ => new Probe(ended, "other thread")))));

        interp.Close();

        Assert.Equal(["other thread", "thread", "interpreter", "late"], ended);
    }

    [Fact]
    public void ThreadsThatHaveEnded_LoseTheirStateWhenOthersCome()
    {
        var ended = new List<string>();
        var slot = new ThreadSlot<Probe>(tstate => new Probe(ended, $"{tstate.Id}"));
        var interp = runtime.CreateInterpreter();
        for (var i = 0; i < 40; i++) Harness.InParallel(() => interp.Enter(tstate => tstate.GetState(slot)));
        interp.Enter(tstate => tstate.CheckBreaker());

        var swept = ended.Count;
        Assert.InRange(swept, 16, 40);
        interp.Close();
        Assert.Equal(40, ended.Count);
        Assert.Equal(ended.Count, ended.Distinct().Count());
    }

    [Fact]
    public void WhatTheStateOfEndedThreadsThrows_IsToldAtClosing()
    {
        var slot = new ThreadSlot<Probe>(_ => new Probe([], "state", new FormatException()));
        var interp = runtime.CreateInterpreter();
        for (var i = 0; i < 20; i++) Harness.InParallel(() => interp.Enter(tstate => tstate.GetState(slot)));
        interp.Enter(tstate => tstate.CheckBreaker());

        Assert.Equal(20, interp.Close(new CloseOptions()).Errors.Count(error => error is FormatException));
    }

    [Fact]
    public void WrongUse_IsAnError()
    {
        ThreadSlot<object> own = null!;
        own = new ThreadSlot<object>(tstate => tstate.GetState(own));
        var slot = new ThreadSlot<object>(_ => new object());
        var attempts = 0;
        var failing = new ThreadSlot<object>(_ => attempts++ == 0 ? throw new FormatException() : new object());
        runtime.Main.Enter(tstate =>
        {
            Assert.Contains("ThreadSlot<System.Object>", Assert.Throws<InterpreterException>(() => tstate.GetState(own)).Message);
            Assert.Throws<InterpreterException>(() => tstate.GetState(new ThreadSlot<object>(_ => null!)));
            Assert.Throws<FormatException>(() => tstate.GetState(failing));
            Assert.NotNull(tstate.GetState(failing));
            Assert.Throws<ArgumentNullException>(() => tstate.GetState<object>(null!));
            Harness.InParallel(() => Assert.Throws<NotAttachedException>(() => tstate.GetState(slot)));
            using (tstate.AllowThreads()) Assert.Throws<NotAttachedException>(() => tstate.GetState(slot));
        });
        Assert.Throws<ArgumentNullException>(() => new ThreadSlot<object>(null!));
    }

    private sealed class Probe(List<string> ended, string name, Exception? error = null, Action? onDispose = null) : IDisposable
    {
        public void Dispose()
        {
            ended.Add(name);
            onDispose?.Invoke();
            if (error is not null) throw error;
        }
    }
}
