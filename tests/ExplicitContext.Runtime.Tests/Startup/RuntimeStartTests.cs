using System.Reflection;
using System.Runtime.CompilerServices;

namespace ExplicitContext.Runtime.Tests;

/// <summary>RTM: how a runtime starts.</summary>
public sealed class RuntimeStartTests
{
    [Fact]
    public void RTM_01_AskedForMainBeforeItIsThere_ARuntimeThrows_AndGivesNoNull()
    {
        var errors = new List<Exception?>();
        using var runtime = RuntimeState.Initialize(new RuntimeOptions
        {
            AuditHooks =
            [
                audit =>
                {
                    if (audit.Runtime.Phase >= RuntimePhase.Initialized) return;
                    errors.Add(Record.Exception(() => audit.Runtime.Main));
                    errors.Add(Record.Exception(() => audit.Runtime.CreateInterpreter()));
                    errors.Add(Record.Exception(audit.Runtime.Dispose));
                    Assert.Empty(audit.Runtime.Interpreters);
                },
            ],
        });

        Assert.Equal(9, errors.Count);
        Assert.All(errors, error => Assert.Contains("still starting", Assert.IsType<RuntimeNotInitializedException>(error).Message));
        Assert.Equal([runtime.Main], runtime.Interpreters);
    }

    [Fact]
    public void RTM_02_EveryInitializeIsARuntimeOfItsOwn_WithOneMainEach()
    {
        using var one = RuntimeState.Initialize();
        using var other = RuntimeState.Initialize();

        Assert.NotSame(one.Main, other.Main);
        Assert.Same(one, one.Main.Runtime);
        Assert.Equal([one.Main], one.Interpreters);
        Assert.Equal([other.Main], other.Interpreters);
    }

    [Fact]
    public void RTM_03_PhasesMoveForwardOnly_AndWhatAPhaseDoesNotAllowThrows()
    {
        var seen = new List<RuntimePhase>();
        var runtime = RuntimeState.Initialize(new RuntimeOptions { AuditHooks = [audit => seen.Add(audit.Runtime.Phase)] });
        Exception? late = null;
        runtime.Main.Enter(tstate => tstate.Interp.AtExit(_ =>
        {
            Assert.Equal(RuntimePhase.Finalizing, runtime.Phase);
            late = Record.Exception(() => runtime.CreateInterpreter());
        }));
        runtime.Dispose();
        runtime.Dispose();

        Assert.IsType<RuntimeFinalizedException>(late);
        Assert.Throws<RuntimeFinalizedException>(() => runtime.CreateInterpreter());
        Assert.Throws<RuntimeFinalizedException>(() => runtime.AddMainThreadCall(_ => { }));
        Assert.Equal(seen.Order(), seen);
        Assert.Equal(Enum.GetValues<RuntimePhase>(), seen.Distinct());
    }

    [Fact]
    public void RTM_04_ThePhaseReadByAnotherThreadDuringInit_IsAlwaysALegalOne()
    {
        using var step = new Barrier(2);
        RuntimeState? starting = null;
        var seen = new List<RuntimePhase>();
        var reader = Harness.Background.Start(() =>
        {
            do
            {
                step.Meet("a step of the start");
                seen.Add(starting!.Phase);
                step.Meet("the start to go on");
            }
            while (seen[^1] != RuntimePhase.Initialized);
        });
        using var runtime = RuntimeState.Initialize(new RuntimeOptions { AuditHooks = [Meet] });
        reader.Join();

        Assert.Equal([RuntimePhase.PreInitialized, RuntimePhase.CoreInitialized, RuntimePhase.CoreInitialized, RuntimePhase.Initialized], seen);

        void Meet(AuditEvent audit)
        {
            if (audit.Name.StartsWith("interpreter.c", StringComparison.Ordinal) && audit.Name != "interpreter.create") return;
            if (audit.Runtime.Phase > RuntimePhase.Initialized) return;
            starting = audit.Runtime;
            step.Meet("the reader");
            step.Meet("the reader to have read");
        }
    }

    [Fact]
    public void RTM_05_MainInterpreterExistsRightAfterInit_WithIdZero()
    {
        using var runtime = RuntimeState.Initialize();

        Assert.Equal(InterpreterId.Main, runtime.Main.Id);
        Assert.Equal(0, runtime.Main.Id.Value);
        Assert.Equal(InterpreterPhase.Ready, runtime.Main.Phase);
        Assert.Equal(InterpreterOrigin.RuntimeStart, runtime.Main.Origin);
    }

    [Fact]
    public void RTM_06_OptionsAreReadableAfterInit_AndCannotBeChanged()
    {
        var options = new RuntimeOptions { MainInterpreter = new InterpreterOptions { SwitchInterval = TimeSpan.FromMilliseconds(7) } };
        using var runtime = RuntimeState.Initialize(options);

        Assert.Same(options, runtime.Options);
        Assert.Same(options.MainInterpreter, runtime.Main.Options);
        Assert.Equal(TimeSpan.FromMilliseconds(7), runtime.Main.SwitchInterval);
        Assert.All(new[] { typeof(RuntimeOptions), typeof(InterpreterOptions), typeof(InterpreterLimits) }.SelectMany(type => type.GetProperties()), AssertNoSetter);

        static void AssertNoSetter(PropertyInfo property) => Assert.True(
            property.SetMethod is not { } setter || setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)),
            $"{property.DeclaringType}.{property.Name} can be set after the start.");
    }

    [Fact]
    public void RTM_14_WhenTheIdsAreUsedUp_CreatingThrows_AndNoIdReturns()
    {
        using var runtime = RuntimeState.Initialize(new RuntimeOptions { FirstId = long.MaxValue - 1 });
        var last = runtime.CreateInterpreter();
        Assert.Equal(long.MaxValue - 1, last.Id.Value);
        last.Close();

        for (var i = 0; i < 3; i++)
            Assert.Contains("have been used", Assert.Throws<InterpreterException>(() => runtime.CreateInterpreter()).Message);
        Assert.Equal([runtime.Main], runtime.Interpreters);
        Assert.Equal(1, runtime.Main.Enter(_ => 1));
    }
}
