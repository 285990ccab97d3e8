using System.Runtime.CompilerServices;

namespace ExplicitContext.Runtime.Tests;

/// <summary>ISO-03, ISO-04, ISO-12: what hangs on a thread or a process does not pass from one interpreter to the next, or is said to.</summary>
public sealed class ThreadLeakTests : IDisposable
{
    private static readonly AsyncLocal<string?> Flowing = new();
    private static readonly ConditionalWeakTable<object, string> Attached = [];

    private readonly RuntimeState runtime = RuntimeState.Initialize();

    public void Dispose() => runtime.Dispose();

    [Fact]
    public void ISO_12_AnAsyncLocalThatARunSets_IsSeenByItsInterpreterOnly()
    {
        var a = runtime.CreateInterpreter();
        var b = runtime.CreateInterpreter();
        Flowing.Value = "host";

        a.Run(static _ => Flowing.Value = "a");
        Assert.Equal("host", Flowing.Value);
        Assert.Null(b.Call(static _ => Flowing.Value));
        b.Run(static _ => Flowing.Value = "b");

        Assert.Equal(("a", "b"), (a.Call(static _ => Flowing.Value), b.Call(static _ => Flowing.Value)));
        Assert.Equal("a b a", a.Call(static tstate =>
            $"{Flowing.Value} {tstate.Interp.Runtime.GetInterpreter(new InterpreterId(2)).Call(static _ => Flowing.Value)} {Flowing.Value}"));
    }

    [Fact]
    public void ISO_12_TheLibrarysOwnThreadLocal_IsRightInEachAndEmptyAfterwards_AlsoAfterFailures()
    {
        var a = runtime.CreateInterpreter();
        var b = runtime.CreateInterpreter();
        for (var round = 0; round < 3; round++)
        {
            a.Enter(ofA =>
            {
                b.Enter(ofB => Assert.Same(ofB, ThreadState.Current));
                Assert.Same(ofA, ThreadState.Current);
                Assert.Throws<FormatException>(() => b.Enter(_ => throw new FormatException()));
                Assert.Same(ofA, ThreadState.Current);
            });
            Assert.Throws<ExecutionFailedException>(() => b.Run(static _ => throw new FormatException()));
            Assert.False(ThreadState.TryGetCurrent(out _));
        }
    }

    [Fact]
    public void ISO_12_AConditionalWeakTable_HasNothingForAnothersObjects()
    {
        var a = runtime.CreateInterpreter();
        var b = runtime.CreateInterpreter();
        a.Enter(tstate => Attached.Add(tstate.Interp, "a"));

        Assert.Equal((true, false), (a.Enter(tstate => Attached.TryGetValue(tstate.Interp, out _)), b.Enter(tstate => Attached.TryGetValue(tstate.Interp, out _))));
    }

    [Fact]
    public void ISO_12_ThreadsThatLiveOn_KeepNothingOfAClosedInterpreter()
    {
        var left = VisitAndClose();
        for (var i = 0; i < 10 && left.Any(reference => reference.IsAlive); i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.All(left, reference => Assert.False(reference.IsAlive, $"{reference.Target} is kept."));
    }

    [Fact]
    public void ISO_04_EveryInterpreterHasStreamsOfItsOwn_OverTheSameHandles()
    {
        var a = runtime.CreateInterpreter();
        var b = runtime.CreateInterpreter();
        (TextReader In, TextWriter Out, TextWriter Error) Of(InterpreterState interp) => interp.Enter(tstate => (tstate.Interp.Streams.In, tstate.Interp.Streams.Out, tstate.Interp.Streams.Error));
        var (ofA, ofB) = (Of(a), Of(b));

        Assert.Equal(ofA, Of(a));
        Assert.Equal(6, new object[] { ofA.In, ofA.Out, ofA.Error, ofB.In, ofB.Out, ofB.Error }.Distinct(ReferenceEqualityComparer.Instance).Count());
        Assert.DoesNotContain(Console.Out, new[] { ofA.Out, ofB.Out });

        // Closing one leaves the handles to the others.
        a.Close();
        Assert.Throws<ObjectDisposedException>(() => ofA.Out.Write('x'));
        ofB.Out.Write("");
        ofB.Out.Flush();
        Console.Out.Flush();
    }

    [Fact]
    public void ISO_04_StreamsThatAreSet_AreOneInterpretersOwn_AndTheirOwnersToClose()
    {
        var a = runtime.CreateInterpreter();
        var mine = new StringWriter();
        a.Enter(tstate =>
        {
            tstate.Interp.Streams.Out = mine;
            tstate.Interp.Streams.In = new StringReader("question");
            tstate.Interp.Streams.Out.Write(tstate.Interp.Streams.In.ReadToEnd());
            Assert.Throws<ArgumentNullException>(() => tstate.Interp.Streams.Error = null!);
        });
        a.Close();
        mine.Write('!');

        Assert.Equal("question!", mine.ToString());
        runtime.Main.Enter(tstate => Assert.NotSame(mine, tstate.Interp.Streams.Out));
        Assert.Throws<NotAttachedException>(() => runtime.Main.Streams);
    }

    [Theory]
    [InlineData("Random")]
    [InlineData("culture")]
    [InlineData("current director")]
    [InlineData("environment")]
    [InlineData("static fields")]
    [InlineData("ThreadStatic")]
    [InlineData("thread pool")]
    public void ISO_03_WhatStaysProcessWide_IsSaid_WithWhatToDo(string what)
    {
        var row = Assert.Single(FieldTable.Rows("What stays process-wide"), row => row[0].Contains(what, StringComparison.OrdinalIgnoreCase));
        Assert.True(row[1].Length > 20);
    }

    [Fact]
    public void ISO_03_ProcessWideThings_AreIndeedShared_AsThePageSays()
    {
        var name = $"EXPLICIT_CONTEXT_{Guid.NewGuid():N}";
        var a = runtime.CreateInterpreter();
        var b = runtime.CreateInterpreter();
        try
        {
            a.Run(static (_, name) => Environment.SetEnvironmentVariable(name, "set by a"), name);
            Assert.Equal("set by a", b.Call(static (_, name) => Environment.GetEnvironmentVariable(name), name));
        }
        finally
        {
            Environment.SetEnvironmentVariable(name, null);
        }

        // The culture flows like an AsyncLocal: kept apart by Run.
        a.Run(static _ => System.Globalization.CultureInfo.CurrentCulture = new System.Globalization.CultureInfo("tr-TR"));
        Assert.Equal("tr-TR", a.Call(static _ => System.Globalization.CultureInfo.CurrentCulture.Name));
        Assert.NotEqual("tr-TR", b.Call(static _ => System.Globalization.CultureInfo.CurrentCulture.Name));
        Assert.NotEqual("tr-TR", System.Globalization.CultureInfo.CurrentCulture.Name);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private List<WeakReference> VisitAndClose()
    {
        var interp = runtime.CreateInterpreter();
        var references = new List<WeakReference> { new(interp) };
        interp.Enter(tstate =>
        {
            references.Add(new WeakReference(tstate));
            var mine = new Belonging(tstate.Interp);
            references.Add(new WeakReference(mine));
            tstate.Interp.Variables.Set(tstate, "mine", mine);
            tstate.Interp.AtExit(_ => GC.KeepAlive(mine));
            Attached.Add(mine, "mine");
        });
        interp.Run(static tstate => Flowing.Value = tstate.Interp.ToString());
        Assert.True(interp.StartThread(static tstate => tstate.CheckBreaker()).Join(Harness.Patience));
        runtime.Main.Run(static _ => { });
        Assert.True(interp.Close());
        return references;
    }
}
