namespace ExplicitContext.Runtime.Tests;

/// <summary>PEN: calls that threads leave for an interpreter.</summary>
public sealed class PendingCallTests : IDisposable
{
    private readonly RuntimeState runtime = RuntimeState.Initialize();
    private readonly InterpreterState interp;
    private readonly List<string> log = [];

    public PendingCallTests() => interp = runtime.CreateInterpreter();

    public void Dispose() => runtime.Dispose();

    [Fact]
    public void PEN_01_ACallOfAnotherThread_RunsInTheInterpreter_OnTheThreadThatIsInside() =>
        interp.Enter(tstate =>
        {
            ThreadState? ran = null;
            Harness.InParallel(() => Assert.True(interp.AddPendingCall(on => ran = on)));
            Assert.Null(ran);
            tstate.CheckBreaker();

            Assert.Same(tstate, ran);
            Assert.False(tstate.IsBreakerSet);
        });

    [Fact]
    public void PEN_02_ACallRunsInTheInterpreterThatItWasLeftIn_WhereverItCameFrom()
    {
        var seen = new List<(long, bool)>();
        runtime.Main.Enter(_ => interp.AddPendingCall(Note));
        interp.Enter(tstate => tstate.CheckBreaker());
        interp.Enter(_ => runtime.Main.AddPendingCall(Note));
        runtime.Main.Enter(tstate => tstate.CheckBreaker());
        interp.Enter(tstate =>
        {
            tstate.Interp.AddPendingCall(Note);
            using (tstate.AllowThreads()) Harness.InParallel(() => interp.Enter(other => other.CheckBreaker()));
        });

        Assert.Equal([(1, true), (0, true), (1, false)], seen);

        void Note(ThreadState tstate)
        {
            Assert.Same(tstate, ThreadState.Current);
            seen.Add((InterpreterState.Current.Id.Value, tstate.Thread == runtime.MainThread));
        }
    }

    [Fact]
    public void PEN_03_WhenTheQueueIsFull_NothingIsLeftNorLost_AndLaterThereIsRoomAgain()
    {
        var ran = 0;
        for (var i = 0; i < 300; i++) Assert.True(interp.AddPendingCall(_ => ran++));
        Assert.False(interp.AddPendingCall(_ => ran += 1000));

        interp.Enter(tstate => tstate.CheckBreaker());
        Assert.Equal(300, ran);
        Assert.True(interp.AddPendingCall(_ => ran++));
        interp.Enter(tstate => tstate.CheckBreaker());
        Assert.Equal(301, ran);
    }

    [Fact]
    public void PEN_04_CallsForTheMainThread_RunOnlyThere_InMain_AndAtMost32Wait()
    {
        var ran = 0;
        for (var i = 0; i < 32; i++) Assert.True(runtime.AddMainThreadCall(Note));
        Assert.False(runtime.AddMainThreadCall(_ => ran += 1000));

        interp.Enter(tstate => tstate.CheckBreaker());
        Harness.InParallel(() => runtime.Main.Enter(tstate => tstate.CheckBreaker()));
        Assert.Equal(0, ran);
        runtime.Main.Enter(tstate => tstate.CheckBreaker());
        Assert.Equal(32, ran);

        runtime.Main.Enter(tstate =>
        {
            Harness.InParallel(() => Assert.True(runtime.AddMainThreadCall(Note)));
            tstate.CheckBreaker();
        });
        Assert.Equal(33, ran);

        void Note(ThreadState tstate)
        {
            Assert.Same(runtime.MainThread, Thread.CurrentThread);
            Assert.Same(runtime.Main, tstate.Interp);
            ran++;
        }
    }

    [Fact]
    public void PEN_05_CallsRunInTheOrderInWhichTheyWereLeft()
    {
        for (var i = 0; i < 100; i++)
        {
            var number = i;
            interp.AddPendingCall(_ => log.Add($"{number}"));
        }

        interp.Enter(tstate => tstate.CheckBreaker());
        Assert.Equal(Enumerable.Range(0, 100).Select(number => $"{number}"), log);
    }

    [Fact]
    public void PEN_06_OneThreadAtATimeRunsThem_AndWhatIsAddedMeanwhileIsNotLost()
    {
        interp.Enter(tstate =>
        {
            interp.AddPendingCall(on =>
            {
                log.Add("first begins");
                interp.AddPendingCall(_ => log.Add("added meanwhile"));
                using (on.AllowThreads()) Harness.InParallel(() => interp.Enter(other => other.CheckBreaker()));
                log.Add("first ends");
            });
            interp.AddPendingCall(_ => log.Add("second"));
            tstate.CheckBreaker();
            tstate.CheckBreaker();
        });

        Assert.Equal(["first begins", "first ends", "second", "added meanwhile"], log);
    }

    [Fact]
    public void PEN_07_ACallThatLeavesACall_DoesNotMakeThePassEndless()
    {
        interp.Enter(tstate =>
        {
            interp.AddPendingCall(Again);
            for (var pass = 1; pass <= 3; pass++)
            {
                tstate.CheckBreaker();
                Assert.Equal(pass, log.Count);
            }
        });

        void Again(ThreadState tstate)
        {
            log.Add("ran");
            if (log.Count < 10) tstate.Interp.AddPendingCall(Again);
        }
    }

    [Fact]
    public void PEN_08_WhatACallThrows_ComesOutOfTheCheck_AndTheRestStays() =>
        interp.Enter(tstate =>
        {
            interp.AddPendingCall(_ => log.Add("one"));
            interp.AddPendingCall(_ => throw new FormatException("two"));
            interp.AddPendingCall(_ => log.Add("three"));

            Assert.Equal("two", Assert.Throws<FormatException>(tstate.CheckBreaker).Message);
            Assert.Equal(["one"], log);
            tstate.CheckBreaker();
            Assert.Equal(["one", "three"], log);
            Assert.False(tstate.IsBreakerSet);
        });

    [Fact]
    public void PEN_09_ACallThatChecksTheBreaker_DoesNotNestTheNext()
    {
        interp.Enter(tstate =>
        {
            interp.AddPendingCall(on =>
            {
                log.Add("outer begins");
                on.CheckBreaker();
                interp.Enter(again => again.CheckBreaker());
                log.Add("outer ends");
            });
            interp.AddPendingCall(_ => log.Add("inner"));
            tstate.CheckBreaker();
        });

        Assert.Equal(["outer begins", "outer ends", "inner"], log);
    }

    [Fact]
    public void PEN_10_InAnIdleInterpreter_ACallRunsAtTheNextVisit_OrElseWhenItCloses()
    {
        interp.AddPendingCall(_ => log.Add("at the next visit"));
        interp.Run(static _ => { });
        Assert.Equal(["at the next visit"], log);

        interp.AddPendingCall(closing => log.Add($"when it closes: {closing.Interp.Phase}"));
        interp.Close();
        Assert.Equal("when it closes: Closing", log[1]);
    }

    [Fact]
    public void PEN_11_CallsThatRemain_RunBeforeTheExitFunctions_AndTheirErrorsAreReported()
    {
        interp.Enter(tstate => tstate.Interp.AtExit(_ => log.Add("exit")));
        interp.AddPendingCall(_ => log.Add("one"));
        interp.AddPendingCall(_ => throw new FormatException("two"));
        interp.AddPendingCall(_ => log.Add("three"));

        var result = interp.Close(new CloseOptions());

        Assert.Equal(["one", "three", "exit"], log);
        Assert.Equal("two", Assert.Single(result.Errors).Message);
    }

    [Fact]
    public void PEN_12_ACallForAFinalizingOrClosedInterpreter_IsAnError()
    {
        Exception? finalizing = null;
        interp.Enter(tstate => tstate.Interp.AtExit(_ => finalizing = Record.Exception(() => interp.AddPendingCall(_ => { }))));
        interp.Close();

        Assert.IsType<InterpreterFinalizingException>(finalizing);
        Assert.Throws<InterpreterClosedException>(() => interp.AddPendingCall(_ => { }));
        var ended = RuntimeState.Initialize();
        ended.Dispose();
        Assert.Throws<RuntimeFinalizedException>(() => ended.AddMainThreadCall(_ => { }));
    }
}
