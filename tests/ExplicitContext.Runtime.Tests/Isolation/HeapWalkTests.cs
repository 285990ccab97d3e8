namespace ExplicitContext.Runtime.Tests;

/// <summary>ISO-11, EXC-07: nothing of one interpreter can be reached from another, found by walking the heap.</summary>
public sealed class HeapWalkTests : IDisposable
{
    private static readonly InterpreterSlot<List<Belonging>> Slot = new(static interp => [new Belonging(interp)]);

    private readonly RuntimeState runtime = RuntimeState.Initialize(new RuntimeOptions { CaptureStacks = true });
    private readonly InterpreterState a;
    private readonly InterpreterState b;

    public HeapWalkTests()
    {
        a = runtime.CreateInterpreter();
        b = runtime.CreateInterpreter(new InterpreterOptions { AllowDaemonThreads = true });
    }

    public void Dispose() => runtime.Dispose();

    [Fact]
    public async Task ISO_11_AfterAllThatInterpretersDo_NothingOfOneIsReachedFromTheOther()
    {
        foreach (var (interp, other) in new[] { (a, b), (b, a) })
        {
            interp.Run(UseEverything);
            interp.Run(static (tstate, id) => tstate.Interp.Runtime.GetInterpreter(new InterpreterId(id)).Run(UseEverything), other.Id.Value);
            Assert.Throws<ExecutionFailedException>(() => interp.Run(static tstate => throw new Grudge(new Belonging(tstate.Interp))));
            await interp.CallAsync(static (tstate, id) => tstate.Interp.Runtime.GetInterpreter(new InterpreterId(id)).Call(static t => t.Interp.ToString()), other.Id.Value)
                .WaitAsync(Harness.Patience);
            interp.Prepare("from", "outside");
            Assert.True(interp.TryGetVariable<string>("from", out _));
            Assert.True(interp.StartThread(static tstate => UseEverything(tstate)).Join(Harness.Patience));
        }

        AssertApart();
    }

    [Fact]
    public void ISO_11_AlsoWhileBothAreEnteredOnOneThread_AndOnThreadsThatWait()
    {
        using var both = new Barrier(3);
        void Inside(InterpreterState outer, InterpreterState inner) => outer.Enter(tstate =>
        {
            UseEverything(tstate);
            inner.Enter(UseEverything);
            using (tstate.AllowThreads())
            {
                both.Meet("all inside");
                both.Meet("the walk");
            }
        });

        var threads = new[] { Harness.Background.Start(() => Inside(a, b)), Harness.Background.Start(() => Inside(b, a)) };
        both.Meet("all inside");
        try
        {
            AssertApart();
        }
        finally
        {
            both.Meet("the walk");
        }

        foreach (var thread in threads) thread.Join();
    }

    [Fact]
    public void ISO_06_ISO_11_OnceClosed_AnInterpreterIsReachedFromNowhereInTheRuntime()
    {
        a.Run(UseEverything);
        b.Run(static (tstate, id) => tstate.Interp.Runtime.GetInterpreter(new InterpreterId(id)).Run(UseEverything), a.Id.Value);
        var id = a.Id;
        a.Close();

        // The whole runtime this time, with all of its interpreters.
        Assert.Null(ObjectGraph.PathTo(runtime, static value => value is Thread or Type or System.Reflection.MemberInfo, value => value switch
        {
            InterpreterState interp => interp.Id == id,
            ThreadState tstate => tstate.Interp.Id == id,
            Belonging belonging => belonging.Owner == id.Value,
            _ => false,
        }));
    }

    [Fact]
    public void ISO_11_TheWalkFindsWhatIsPlanted_WithTheWay()
    {
        a.Run(UseEverything);
        Assert.NotNull(Belonging.PathToThingsOf(a.Id, a));

        var ofA = a.Enter(tstate => new Belonging(tstate.Interp));
        b.Enter(tstate => tstate.Interp.Variables.Set(tstate, "stolen", new Dictionary<string, object?[]> { ["deep"] = [null, (1, ofA)] }));
        Assert.Contains("Variables", Belonging.PathToThingsOf(a.Id, b));

        b.Enter(tstate => tstate.Interp.Variables.Remove(tstate, "stolen"));
        Assert.Null(Belonging.PathToThingsOf(a.Id, b));

        b.Enter(tstate => tstate.Interp.AtExit(_ => GC.KeepAlive(ofA)));
        Assert.Contains("exitFunctions", Belonging.PathToThingsOf(a.Id, b));
    }

    [Fact]
    public void EXC_07_WhatTheCallerGetsOfAnException_LeadsToNothingOfTheCallee()
    {
        Grudge? thrown = null;
        a.AddAuditHook(heard => thrown = (Grudge)heard.Argument!);
        var caught = Assert.Throws<ExecutionFailedException>(() => a.Run(static tstate =>
        {
            var error = new Grudge(new Belonging(tstate.Interp)) { Data = { ["key"] = new Belonging(tstate.Interp) } };
            tstate.Audit("throwing", error);
            throw new AggregateException(error, error);
        }));

        Assert.NotNull(thrown);
        Assert.NotNull(Belonging.PathToThingsOf(a.Id, thrown));
        Assert.Null(Belonging.PathToThingsOf(a.Id, caught));
        Assert.Null(ObjectGraph.PathTo(caught, static value => value is Type or System.Reflection.MemberInfo, value => value is Exception && value != caught));
        Assert.Contains(nameof(Grudge), caught.Info.Display);
    }

    private void AssertApart()
    {
        foreach (var (root, other) in new[] { (a, b), (b, a), (runtime.Main, a), (runtime.Main, b) })
        {
            Assert.Null(Belonging.PathToThingsOf(other.Id, root));
            foreach (var tstate in root.ThreadStates) Assert.Null(Belonging.PathToThingsOf(other.Id, tstate));
        }
    }

    /// <summary>Leaves belongings wherever an interpreter keeps something.</summary>
    private static void UseEverything(ThreadState tstate)
    {
        var interp = tstate.Interp;
        var mine = new Belonging(interp);
        interp.GetState(Slot).Add(mine);
        interp.Variables.Set(tstate, "mine", new[] { mine });
        interp.AtExit(_ => GC.KeepAlive(mine));
        interp.AddPendingCall(_ => GC.KeepAlive(mine));
        tstate.CheckBreaker();
        interp.AddPendingCall(_ => GC.KeepAlive(mine));
        interp.AddAuditHook(_ => GC.KeepAlive(mine));
        interp.ClosingToken.UnsafeRegister(static _ => { }, mine);
        interp.Streams.Out = TextWriter.Synchronized(new StringWriter());
        new AsyncLocal<Belonging>().Value = mine;
        using (tstate.EnterRecursiveCall()) tstate.Audit("used", mine);
        tstate.SetAsyncException(new Grudge(mine));
        Assert.Throws<Grudge>(tstate.CheckBreaker);
    }

    private sealed class Grudge(Belonging held) : Exception("a grudge")
    {
        public Belonging Held { get; } = held;
    }
}
