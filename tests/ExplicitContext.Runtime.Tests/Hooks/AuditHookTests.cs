using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace ExplicitContext.Runtime.Tests;

/// <summary>HOK: who is told of what, and since when.</summary>
public sealed class AuditHookTests
{
    private static readonly string[] Start = ["runtime.pre-initialized", "runtime.core-initialized", "interpreter.create", "runtime.initialized"];

    private static readonly string[] End =
    [
        "interpreter.closing", "interpreter.threads-joined", "interpreter.pending-calls-run", "interpreter.exit-functions-run", "interpreter.cleared", "interpreter.closed",
    ];

    [Fact]
    public void HOK_01_AHookInTheOptions_HearsTheStart_AndOneAddedLaterDoesNot()
    {
        var early = new List<string>();
        var late = new List<string>();
        using var runtime = RuntimeState.Initialize(new RuntimeOptions { AuditHooks = [heard => early.Add(heard.Name)] });
        runtime.AddAuditHook(heard => late.Add(heard.Name));

        Assert.Equal(Start, early);
        runtime.CreateInterpreter();
        Assert.Equal([.. Start, "interpreter.create"], early);
        Assert.Equal(["interpreter.create"], late);
    }

    [Fact]
    public void HOK_02_CreatingAndClosing_AreHeardOf_StepByStep_WithTheInterpreter()
    {
        var heard = new List<AuditEvent>();
        using var runtime = RuntimeState.Initialize();
        runtime.AddAuditHook(heard.Add);

        var interp = runtime.CreateInterpreter();
        interp.Close();

        Assert.Equal(["interpreter.create", .. End], heard.Select(each => each.Name));
        Assert.All(heard, each => Assert.Equal((runtime, interp), (each.Runtime, each.Interpreter)));
    }

    [Fact]
    public void HOK_02_RunningTellsNobody_AndAllocatesNothingForIt()
    {
        var heard = 0;
        using var runtime = RuntimeState.Initialize();
        var interp = runtime.CreateInterpreter();
        runtime.AddAuditHook(_ => heard++);
        for (var i = 0; i < 100; i++) interp.Run(static tstate => tstate.CheckBreaker());

        Assert.Equal(0, heard);
    }

    [Fact]
    public void HOK_03_ARuntimesHook_HearsAllInterpreters_AndAnInterpretersHookOnlyItsOwn()
    {
        using var runtime = RuntimeState.Initialize();
        var a = runtime.CreateInterpreter();
        var b = runtime.CreateInterpreter();
        var all = new List<(string, object?)>();
        var ofA = new List<(string, object?)>();
        runtime.AddAuditHook(heard => all.Add((heard.Name, heard.Argument)));
        a.AddAuditHook(heard => ofA.Add((heard.Name, heard.Argument)));

        a.Enter(tstate => tstate.Audit("language.import", "x"));
        b.Enter(tstate => tstate.Audit("language.import", "y"));
        runtime.CreateInterpreter();

        Assert.Equal([("language.import", "x"), ("language.import", "y"), ("interpreter.create", null)], all);
        Assert.Equal([("language.import", "x")], ofA);
    }

    [Fact]
    public void HOK_03_TheRuntimesHooksAreToldFirst_InTheOrderInWhichTheyWereAdded()
    {
        using var runtime = RuntimeState.Initialize();
        var order = new List<int>();
        runtime.Main.AddAuditHook(_ => order.Add(3));
        runtime.AddAuditHook(_ => order.Add(1));
        runtime.AddAuditHook(_ => order.Add(2));

        runtime.Main.Enter(tstate => tstate.Audit("x"));

        Assert.Equal([1, 2, 3], order);
    }

    [Fact]
    public void HOK_04_AHookThatThrowsOnCreate_PreventsTheInterpreter_AndNothingIsLeft()
    {
        using var runtime = RuntimeState.Initialize();
        InterpreterState? seen = null;
        var refuse = true;
        runtime.AddAuditHook(heard =>
        {
            if (heard.Name != "interpreter.create" || !refuse) return;
            seen = heard.Interpreter;
            throw new UnauthorizedAccessException("no more");
        });

        Assert.Throws<UnauthorizedAccessException>(() => runtime.CreateInterpreter());

        Assert.Equal([runtime.Main], runtime.Interpreters);
        Assert.Equal(InterpreterPhase.Closed, seen!.Phase);
        Assert.Throws<InterpreterClosedException>(() => seen.Enter(_ => { }));
        Assert.Throws<InterpreterNotFoundException>(() => runtime.GetInterpreter(seen.Id));
        Assert.False(seen.Close());

        refuse = false;
        var next = runtime.CreateInterpreter();
        Assert.True(next.Id.Value > seen.Id.Value);
        Assert.Equal(1, next.Enter(_ => 1));
    }

    [Theory]
    [InlineData("runtime.pre-initialized")]
    [InlineData("runtime.core-initialized")]
    [InlineData("interpreter.create")]
    [InlineData("runtime.initialized")]
    public void HOK_04_AHookThatThrowsWhileTheRuntimeStarts_PreventsTheRuntime(string name)
    {
        var heard = new List<string>();
        var options = new RuntimeOptions
        {
            AuditHooks =
            [
                each =>
                {
                    heard.Add(each.Name);
                    if (each.Name == name) throw new UnauthorizedAccessException(name);
                },
            ],
        };

        Assert.Equal(name, Assert.Throws<UnauthorizedAccessException>(() => RuntimeState.Initialize(options)).Message);
        Assert.Equal(name, heard[^1]);
    }

    [Fact]
    public void HOK_04_AHookThatThrowsWhileAnInterpreterCloses_IsReported_AndTheRestOfTheCloseHappens()
    {
        using var runtime = RuntimeState.Initialize();
        var interp = runtime.CreateInterpreter();
        var ran = false;
        interp.Enter(tstate => tstate.Interp.AtExit(_ => ran = true));
        interp.AddAuditHook(heard => throw new FormatException(heard.Name));

        var result = interp.Close(new CloseOptions());

        Assert.Equal(CloseOutcome.Closed, result.Outcome);
        Assert.Equal(End, result.Errors.Select(error => error.Message));
        Assert.True(ran);
        Assert.Equal([runtime.Main], runtime.Interpreters);
    }

    [Fact]
    public void HOK_04_AHookThatThrowsAtTheVeryEnd_IsReportedToo()
    {
        var runtime = RuntimeState.Initialize();
        runtime.AddAuditHook(static heard =>
        {
            if (heard.Name == "runtime.finalized") throw new FormatException("the end");
        });

        Assert.Equal("the end", Assert.Single(Assert.Throws<InterpreterCloseFailedException>(runtime.Dispose).Errors).Message);
        Assert.Equal(RuntimePhase.Finalized, runtime.Phase);
    }

    [Fact]
    public void HOK_05_AHookCannotBeRemoved_HearsTheVeryEnd_AndTheOptionsTakeItToTheNextRuntime()
    {
        var heard = new List<string>();
        var options = new RuntimeOptions { AuditHooks = [each => heard.Add(each.Name)] };
        for (var round = 0; round < 2; round++)
        {
            heard.Clear();
            RuntimeState.Initialize(options).Dispose();
            Assert.Equal([.. Start, .. End, "runtime.finalized"], heard);
        }

        Type[] owners = [typeof(RuntimeState), typeof(InterpreterState)];
        Assert.Equal(
            ["AddAuditHook", "AddAuditHook"],
            owners.SelectMany(type => type.GetMembers()).Select(member => member.Name).Where(name => name.Contains("Hook", StringComparison.Ordinal)));
    }

    [Fact]
    public void HOK_05_HooksOfAnInterpreter_DieWithIt_AndTheRuntimesStay()
    {
        using var runtime = RuntimeState.Initialize();
        var heard = new List<string>();
        runtime.AddAuditHook(each => heard.Add($"runtime {each.Interpreter?.Id}"));
        for (var round = 0; round < 3; round++) runtime.CreateInterpreter().Close();

        Assert.Equal(3 * (1 + End.Length), heard.Count);
    }

    [Fact]
    public void HOK_06_HooksAddedWhileEightThreadsFireEvents_AreAllKept_AndHearAllThatComesLater()
    {
        const int Hooks = 40;
        using var runtime = RuntimeState.Initialize();
        using var barrier = new Barrier(12);
        var heard = new ConcurrentDictionary<int, int>();
        void Fire()
        {
            var interp = runtime.CreateInterpreter();
            barrier.Meet("all threads");
            interp.Enter(tstate =>
            {
                for (var i = 0; i < 500; i++) tstate.Audit("fire");
            });
        }

        void Add(int adder)
        {
            barrier.Meet("all threads");
            for (var i = 0; i < Hooks; i++)
            {
                var key = adder * Hooks + i;
                runtime.AddAuditHook(each =>
                {
                    if (each.Name == "last") heard.AddOrUpdate(key, 1, static (_, times) => times + 1);
                });
            }
        }

        Harness.InParallel([.. Enumerable.Repeat<Action>(Fire, 8), .. Enumerable.Range(0, 4).Select<int, Action>(adder => () => Add(adder))]);
        runtime.Main.Enter(tstate => tstate.Audit("last"));

        Assert.Equal(4 * Hooks, heard.Count);
        Assert.All(heard.Values, times => Assert.Equal(1, times));
    }

    [Fact]
    public void HOK_NullIsNoHook()
    {
        using var runtime = RuntimeState.Initialize();
        Assert.Throws<ArgumentNullException>(() => runtime.AddAuditHook(null!));
        Assert.Throws<ArgumentNullException>(() => runtime.Main.AddAuditHook(null!));
        Assert.Equal(ImmutableArray<Action<AuditEvent>>.Empty, new RuntimeOptions().AuditHooks);
    }
}
