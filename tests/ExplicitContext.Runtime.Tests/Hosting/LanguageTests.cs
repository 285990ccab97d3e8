namespace ExplicitContext.Runtime.Tests;

/// <summary>A language that is plugged in: what the runtime does around its source.</summary>
public sealed class LanguageTests : IDisposable
{
    private static readonly InterpreterSlot<Closing> ClosingSlot = new(_ => new Closing());

    private readonly RuntimeState runtime = RuntimeState.Initialize();
    private readonly TinyLanguage language = new();

    public void Dispose() => runtime.Dispose();

    [Fact]
    public void RUN_06_07_WhatOneExecBinds_ALaterOneSees_AndNoOtherInterpreter()
    {
        var (first, second) = (Create(), Create());
        first.Exec("set x 1");
        second.Exec("set x 2\nset y 3");

        Assert.Equal("1", first.Evaluate("x"));
        Assert.True(second.TryGetVariable<string>("x", out var x));
        Assert.Equal("2", x);
        Assert.False(first.TryGetVariable<string>("y", out _));
        Assert.Equal(["x"], first.Enter(tstate => tstate.Interp.Variables.Names(tstate)));
    }

    [Fact]
    public void RUN_05_10_AnExecIsTheOneRun()
    {
        var interp = Create();
        var seen = new List<object>();
        language.Host = tstate =>
        {
            seen.Add(tstate.Interp.IsRunning);
            seen.Add(Assert.Throws<InterpreterAlreadyRunningException>(() => interp.Exec("set x 1")).Interpreter!);
            seen.Add(Assert.Throws<InterpreterAlreadyRunningException>(() => interp.Prepare("x", 1)).Interpreter!);
            seen.Add(Assert.Throws<InterpreterAlreadyRunningException>(() => interp.CallFunction("x", [])).Interpreter!);
        };
        interp.Exec("host");

        Assert.Equal([true, interp.Id, interp.Id, interp.Id], seen);
        Assert.False(interp.IsRunning);
    }

    [Fact]
    public void RUN_14_CallFunctionHandsArgumentsOver_AndBringsTheResultBack()
    {
        var interp = Create();
        interp.Exec("set f it");

        Assert.Equal("it(1, two, )", interp.CallFunction("f", [1, "two", null]));
        Assert.Equal("TinyError: cannot call fail", Assert.Throws<ExecutionFailedException>(() => interp.CallFunction("fail", [])).Message);
        Assert.False(interp.IsRunning);
    }

    [Fact]
    public void RUN_19_CallFunctionOfWhatMustNotCross_CallsNothing_AndSaysWhatItWas()
    {
        var interp = Create();

        Assert.Contains("arguments[1]", Assert.Throws<NotShareableException>(() => interp.CallFunction("f", [1, new object()])).Path);
        Assert.Contains("function", Assert.Throws<NotShareableException>(() => interp.CallFunction(new object(), [])).Path);
        Assert.Equal([$"open in {interp.Id}"], language.Log);
        Assert.False(interp.IsRunning);
    }

    [Fact]
    public async Task RUN_22_CallFunctionAsync_KeepsTheResult()
    {
        var interp = Create();

        Assert.Equal("f(1)", await interp.CallFunctionAsync("f", [1]));
        await Assert.ThrowsAsync<ExecutionFailedException>(() => interp.CallFunctionAsync("fail", []));
        Assert.Throws<NotShareableException>(() => { _ = interp.CallFunctionAsync("f", [new object()]); });
        Assert.False(interp.IsRunning);
    }

    [Fact]
    public async Task RUN_22_ExecAsync_KeepsWhatTheSourceThrew()
    {
        var interp = Create();
        await interp.ExecAsync("set x 1");
        var error = await Assert.ThrowsAsync<ExecutionFailedException>(() => interp.ExecAsync("fail late", "job"));

        Assert.Equal("1", interp.Evaluate("x"));
        Assert.Equal("job:1", error.Info.Position?.ToString());
    }

    [Fact]
    public void RUN_06_FromInside_SourceRunsWithinTheRunThatGoesOn_AndItsErrorsPass()
    {
        var interp = Create();
        language.Host = tstate => tstate.Interp.Exec(tstate, "set x inner");
        interp.Exec("host");

        Assert.Equal("inner", interp.Call(static tstate => tstate.Interp.Evaluate(tstate, "x") as string));
        Assert.Equal("inner(1)", interp.Call(static tstate => tstate.Interp.CallFunction(tstate, "x", [1]) as string));
        var error = Assert.Throws<ExecutionFailedException>(() => interp.Run(static tstate => tstate.Interp.Exec(tstate, "set y 1\nfail why", "inside")));
        Assert.Equal("inside:2", error.Info.Position?.ToString());
        using (interp.Attach(out var mine))
        {
            Assert.Equal("TinyError", Record.Exception(() => interp.Exec(mine, "fail why"))?.GetType().Name);
            Assert.Throws<NotAttachedException>(() => Create().Exec(mine, "set x 1"));
        }
    }

    [Fact]
    public void RUN_24_26_PrepareBindsInTheLanguage_AllOrNone()
    {
        var interp = Create();
        interp.Exec("set a old\nset b old");
        interp.Prepare("a", 1);

        Assert.Equal(1, interp.Evaluate("a"));
        Assert.Throws<ArgumentException>(() => interp.Prepare(new Dictionary<string, object?> { ["a"] = 2, ["b"] = 1.5f }));
        Assert.Equal([1, "old"], [interp.Evaluate("a"), interp.Evaluate("b")]);
        Assert.False(interp.IsRunning);
        Assert.True(interp.Enter(tstate => tstate.Interp.Variables.Remove(tstate, "a")));
        Assert.False(interp.TryGetVariable<int>("a", out _));
    }

    [Fact]
    public void RUN_30_CancellingTheToken_EndsTheSourceAtItsNextCheck()
    {
        var interp = Create();
        using var source = new CancellationTokenSource();
        language.Host = tstate =>
        {
            Assert.Equal(source.Token, tstate.RunToken);
            source.Cancel();
        };

        Assert.Equal(source.Token, Assert.Throws<OperationCanceledException>(() => interp.Exec("host\nloop", cancellationToken: source.Token)).CancellationToken);
        Assert.Equal(CancellationToken.None, interp.Enter(tstate => tstate.RunToken));
        interp.Exec("set x 1");
    }

    [Fact]
    public void RUN_32_WithoutALanguage_ExecSaysWhatToSet_AndNothingHasBegun()
    {
        var interp = runtime.CreateInterpreter();

        Assert.Contains(nameof(InterpreterOptions.Language), Assert.Throws<InterpreterException>(() => interp.Exec("set x 1")).Message);
        Assert.Throws<InterpreterException>(() => interp.CallFunction("f", []));
        Assert.Throws<ArgumentNullException>(() => interp.Exec(null!));
        Assert.False(interp.IsRunning);
    }

    [Fact]
    public void EXC_01_09_AnErrorIsToldInTheLanguagesTerms_WithItsPosition()
    {
        var interp = Create();
        var failed = Assert.Throws<ExecutionFailedException>(() => interp.Exec("set x 1\nfail why", "a.tiny"));
        var malformed = Assert.Throws<ExecutionFailedException>(() => interp.Exec("nonsense"));

        Assert.Equal(("TinyError", "why", "a.tiny:2: why", new SourcePosition("a.tiny", 2)), (failed.Info.TypeName, failed.Info.Message, failed.Info.Display, failed.Info.Position));
        Assert.Equal(("syntax: nonsense", new SourcePosition("main", 1)), (malformed.Info.Message, malformed.Info.Position));
        Assert.Equal("1", interp.Evaluate("x"));
    }

    [Fact]
    public void EXC_13_AnEndlessRecursion_IsAnErrorThereOnly()
    {
        var interp = Create();
        var failed = Assert.Throws<ExecutionFailedException>(() => interp.Exec("recur"));

        Assert.Equal(typeof(RecursionLimitException).FullName, failed.Info.TypeName);
        interp.Exec("set x 1");
    }

    [Fact]
    public void LIF_26_ALanguageThatCannotBeOpened_LeavesNothingBehind()
    {
        var cause = new FormatException("no library");
        var broken = new TinyLanguage { OpeningFails = cause };
        using var other = RuntimeState.Initialize();

        using (other.Main.Attach(out var tstate))
        {
            var error = Assert.Throws<InterpreterException>(() => runtime.CreateInterpreter(new InterpreterOptions { Language = broken }));
            Assert.Same(cause, error.InnerException);
            tstate.CheckBreaker();
            Assert.Same(tstate, other.Main.GetThreadState());
        }

        Assert.Equal([runtime.Main], runtime.Interpreters);
        Assert.Throws<InterpreterException>(() => RuntimeState.Initialize(new RuntimeOptions { MainInterpreter = new InterpreterOptions { Language = broken } }));
    }

    [Fact]
    public void LIF_26_ARuntimeThatFinalizesMeanwhile_DisposesOfTheSessionInside()
    {
        using var other = RuntimeState.Initialize();
        other.AddAuditHook(happening =>
        {
            if (happening.Name == "interpreter.create") Harness.InParallel(other.Dispose);
        });

        Assert.Throws<RuntimeFinalizedException>(() => other.CreateInterpreter(new InterpreterOptions { Language = language }));

        Assert.Equal(["open in 1", "dispose inside"], language.Log);
    }

    [Fact]
    public void FIN_03_TheSessionIsDisposedOfInside_BeforeModuleState()
    {
        var interp = Create();
        interp.Enter(tstate => interp.GetState(ClosingSlot).Language = language);
        interp.Exec("set x 1");
        interp.Close();

        Assert.Equal([$"open in {interp.Id}", "dispose inside", "state disposed"], language.Log);
        Assert.Throws<InterpreterClosedException>(() => interp.Exec("set x 1"));
    }

    [Fact]
    public void FIN_23_ALoopThatClosingStops_UnwindsBeforeItsSessionIsDisposedOf()
    {
        var interp = Create();
        using var inside = new ManualResetEventSlim();
        language.Host = _ => inside.Set();
        Exception? thrown = null;

        Harness.InParallel(
            () => thrown = Record.Exception(() => interp.Exec("host\nloop")),
            () =>
            {
                inside.Await("the loop");
                Assert.Equal(CloseOutcome.Closed, interp.Close(new CloseOptions { StopRunning = true }).Outcome);
            });

        Assert.IsAssignableFrom<InterpreterFinalizingException>(thrown);
        Assert.Equal([$"open in {interp.Id}", "unwound", "dispose on the way out"], language.Log);
    }

    [Fact]
    public void RTM_05_TheMainInterpreterSpeaksALanguageToo_AndNestsRuns()
    {
        using var other = RuntimeState.Initialize(new RuntimeOptions { MainInterpreter = new InterpreterOptions { Language = language } });
        language.Host = tstate => tstate.Interp.Exec("set x nested");
        other.Main.Exec("set x 1\nhost");

        Assert.Equal("nested", other.Main.Evaluate("x"));
    }

    private InterpreterState Create() => runtime.CreateInterpreter(new InterpreterOptions { Language = language });

    private sealed class Closing : IDisposable
    {
        public TinyLanguage? Language { get; set; }

        public void Dispose() => Language?.Note("state disposed");
    }
}
