using System.Runtime.CompilerServices;

namespace ExplicitContext.Runtime.Tests;

/// <summary>RUN: what goes in with a call, and what comes back.</summary>
public sealed class CallTests : IDisposable
{
    private readonly RuntimeState runtime = RuntimeState.Initialize();
    private readonly InterpreterState interp;

    public CallTests() => interp = runtime.CreateInterpreter();

    public void Dispose() => runtime.Dispose();

    [Fact]
    public void RUN_14_CallsWithNothing_One_Many_DefaultAndNamedArguments_GiveTheRightValue()
    {
        interp.Run(static _ => { });
        Assert.Equal(42, interp.Call(static _ => 42));
        Assert.Equal("one!", interp.Call(static (_, text) => text + "!", "one"));
        Assert.Equal("2 3.5 x True", interp.Call(static (_, many) => FormattableString.Invariant($"{many.Item1} {many.Item2} {many.Item3} {many.Item4}"), (2, 3.5, "x", true)));
        Assert.Equal(11, interp.Call(static (_, n) => Add(n), 1));
        Assert.Equal(-3, interp.Call(static (_, pair) => Add(b: pair.Less, a: pair.More), (More: 2, Less: -5)));
        interp.Run(static (tstate, text) => tstate.Interp.Variables.Set(tstate, "text", text), "kept");
        Assert.True(interp.TryGetVariable<string>("text", out var kept));
        Assert.Equal("kept", kept);

        static int Add(int a, int b = 10) => a + b;
    }

    [Fact]
    public void RUN_15_AShareable_ACopiedComposite_AndAStatelessFunction_ComeBackEqual()
    {
        Assert.Equal("text", interp.Call(static _ => "text"));
        Assert.Equal((1, "a", 2.5m), interp.Call(static _ => (1, "a", 2.5m)));
        Assert.Equal([1, 2, 3], interp.Call(static _ => Shareable.Copy(new List<int> { 1, 2, 3 })).Value);
        Assert.Equal(5, interp.Call(static _ => (Func<int, int>)(static n => n + 1))(4));
    }

    [Fact]
    public void RUN_16_AResultThatMustNotCross_IsRefusedInTheCaller_AndTheCalleeIsUnharmed()
    {
        var error = Assert.Throws<NotShareableException>(() => interp.Call(static _ => new List<int> { 1 }));

        Assert.Equal("result", error.Path);
        Assert.Equal(typeof(List<int>), error.Type);
        Assert.False(interp.IsRunning);
        Assert.Equal(1, interp.Call(static _ => 1));
    }

    [Fact]
    public void RUN_17_WhatTheCalleeDoesToItsArgument_TheCallersCopyDoesNotShow()
    {
        var list = new List<int> { 1, 2 };
        var seen = interp.Call(
            static (_, copy) =>
            {
                copy.Value.Add(3);
                copy.Value[0] = 100;
                return copy.Value.Count;
            },
            Shareable.Copy(list));

        Assert.Equal(3, seen);
        Assert.Equal([1, 2], list);
    }

    [Fact]
    public void RUN_19_ADelegateThatHasCapturedSomething_IsRefused_AndNotRun()
    {
        var log = new List<string>();

        Assert.Contains("'log'", Assert.Throws<NotShareableException>(() => interp.Run(_ => log.Add("ran"))).Message);
        Assert.Throws<NotShareableException>(() => interp.Run((_, text) => log.Add(text), "ran"));
        Assert.Throws<NotShareableException>(() => interp.Call(_ => log.Count));
        Assert.Throws<NotShareableException>(() => interp.Call((_, n) => log.Count + n, 1));
        Harness.ThrowsAtOnce<NotShareableException>(() => interp.RunAsync(_ => log.Add("ran")));
        Assert.Empty(log);
        Assert.False(interp.IsRunning);
        Assert.Empty(interp.ThreadStates);
    }

    [Fact]
    public void RUN_20_AMethodOfAnInstance_RunsOnlyWhereTheInstanceMayCross()
    {
        var stateful = new Counter();
        Assert.Throws<NotShareableException>(() => interp.Run(stateful.Count));
        Assert.Equal(0, stateful.Counted);

        Assert.Equal($"hello from {interp.Id}", interp.Call("hello".From));
    }

    [Fact]
    public void RUN_21_ModuleStateOfAFunction_IsTheCallees_Persists_AndIsNotInItsMainNamespace()
    {
        var b = runtime.CreateInterpreter();
        for (var i = 1; i <= 3; i++) Assert.Equal(i, interp.Call(Module.Next));

        Assert.Equal(1, b.Call(Module.Next));
        Assert.Equal(4, interp.Call(Module.Next));
        Assert.Empty(interp.Enter(tstate => tstate.Interp.Variables.Names(tstate)));
    }

    [Fact]
    public async Task RUN_22_ACallInAThread_CanBeAwaited_ForItsResultAndForItsException()
    {
        var here = Environment.CurrentManagedThreadId;
        var (id, thread) = await interp.CallAsync(static tstate => (tstate.Interp.Id, Environment.CurrentManagedThreadId));
        Assert.Equal(interp.Id, id);
        Assert.NotEqual(here, thread);

        Assert.Equal(3, await interp.CallAsync(static (_, n) => n + 1, 2));
        await interp.RunAsync(static tstate => tstate.Interp.Variables.Set(tstate, "name", 1));
        Assert.True(interp.TryGetVariable<int>("name", out _));

        var error = await Assert.ThrowsAsync<ExecutionFailedException>(() => interp.CallAsync<int>(static _ => throw new FormatException("told")));
        Assert.Equal(typeof(FormatException).FullName, error.Info.TypeName);
        Assert.Equal("told", error.Info.Message);
        await Assert.ThrowsAsync<NotShareableException>(() => interp.CallAsync(static _ => new List<int>()));
        Assert.False(interp.IsRunning);
    }

    [Fact]
    public async Task RUN_22_ACallInAThreadThatCannotEnter_FailsItsTask_AndIsOver()
    {
        Harness.InParallel(() => Abandon(interp));

        await Assert.ThrowsAsync<InterpreterAbandonedException>(() => interp.RunAsync(static _ => { }));
        Assert.False(interp.IsRunning);
        Assert.True(interp.Close(new CloseOptions()).Outcome == CloseOutcome.Closed);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static void Abandon(InterpreterState interp) => interp.Attach(out _);
    }

    private static class Module
    {
        private static readonly InterpreterSlot<StrongBox<int>> Slot = new(static _ => new StrongBox<int>());

        public static int Next(ThreadState tstate) => ++tstate.Interp.GetState(Slot).Value;
    }

    private sealed class Counter
    {
        public int Counted { get; private set; }

        public void Count(ThreadState tstate) => Counted++;
    }
}

/// <summary>What a string can be asked inside an interpreter.</summary>
file static class Greetings
{
    public static string From(this string greeting, ThreadState tstate) => $"{greeting} from {tstate.Interp.Id}";
}
