namespace ExplicitContext.Runtime.Tests;

/// <summary>CFG: presets, names, and what cannot be together.</summary>
public sealed class PresetTests : IDisposable
{
    private readonly RuntimeState runtime = RuntimeState.Initialize();

    // As in PyInterpreterConfig, and in this order.
    private static readonly string[] Names =
        ["use_main_obmalloc", "allow_fork", "allow_exec", "allow_threads", "allow_daemon_threads", "check_multi_interp_extensions", "gil"];

    public void Dispose() => runtime.Dispose();

    [Theory]
    [InlineData("isolated", false, false, false, true, false, true, "own")]
    [InlineData("legacy", true, true, true, true, true, false, "shared")]
    [InlineData("empty", false, false, false, false, false, false, "shared")]
    public void CFG_01_APreset_HasTheDocumentedValues(string name, params object[] values)
    {
        var preset = InterpreterOptions.Preset(name);

        Assert.Equal(Names.Zip(values).OrderBy(pair => pair.First, StringComparer.Ordinal).Select(pair => (pair.First, pair.Second)), preset.ByName().Select(pair => (pair.Key, pair.Value)));
        Assert.Equal(preset, name switch { "isolated" => InterpreterOptions.Isolated, "legacy" => InterpreterOptions.Legacy, _ => InterpreterOptions.Empty });
    }

    [Fact]
    public void CFG_01_TheDefaultsAreIsolated_AndTheMainInterpreterMayDoAll()
    {
        Assert.Equal(InterpreterOptions.Isolated, new InterpreterOptions());
        Assert.Equal(InterpreterOptions.Legacy, runtime.Main.Options);
        Assert.NotSame(InterpreterOptions.Isolated, InterpreterOptions.Isolated);
        Assert.Contains("isolated, legacy and empty", Assert.Throws<ArgumentException>(() => InterpreterOptions.Preset("free")).Message);
    }

    [Fact]
    public void CFG_02_EveryOptionCanBeOverriddenByName()
    {
        var legacy = InterpreterOptions.Legacy.ByName();
        var changed = InterpreterOptions.Isolated;
        foreach (var name in Names)
        {
            var next = changed.With(name, legacy[name]);
            Assert.Equal(legacy[name], next.ByName()[name]);
            Assert.Equal(Names.Where(other => !Equals(next.ByName()[other], changed.ByName()[other])), legacy[name].Equals(changed.ByName()[name]) ? [] : [name]);
            changed = next;
        }

        Assert.Equal(InterpreterOptions.Legacy, changed);
        Assert.Equal(InterpreterOptions.Legacy, InterpreterOptions.Empty.With(legacy));
        Assert.Equal(InterpreterLockKind.SharedWithMain, InterpreterOptions.Isolated.With("gil", "default").Lock);
        Assert.Equal(InterpreterLockKind.Own, InterpreterOptions.Legacy.With("gil", InterpreterLockKind.Own).Lock);
    }

    [Theory]
    [InlineData("allow_thread", true, "There is no option 'allow_thread'")]
    [InlineData("Lock", "own", "There is no option 'Lock'")]
    [InlineData("", true, "There is no option ''")]
    [InlineData("allow_threads", 1, "The option 'allow_threads' cannot be 1 (Int32)")]
    [InlineData("allow_threads", "true", "The option 'allow_threads' cannot be \"true\"")]
    [InlineData("gil", true, "The option 'gil' cannot be True (Boolean)")]
    [InlineData("gil", "mine", "The option 'gil' cannot be \"mine\"")]
    public void CFG_02_AnUnknownNameOrAWrongValue_IsOneErrorThatListsTheNames(string name, object value, string message)
    {
        var error = Assert.Throws<ArgumentException>(() => InterpreterOptions.Isolated.With(name, value));

        Assert.StartsWith(message, error.Message);
        Assert.All(Names, known => Assert.Contains(known, error.Message));
    }

    [Fact]
    public void CFG_02_NullIsRefused()
    {
        Assert.Throws<ArgumentNullException>(() => InterpreterOptions.Isolated.With(null!, true));
        Assert.Throws<ArgumentNullException>(() => InterpreterOptions.Isolated.With("gil", null!));
    }

    [Fact]
    public void CFG_03_OfALiveInterpreter_TheOptionsAreThoseThatWereAsked()
    {
        var asked = InterpreterOptions.Legacy with { AllowExec = false, RecursionLimit = 77, Limits = new InterpreterLimits { MaxThreads = 3 } };
        var interp = runtime.CreateInterpreter(asked);

        Assert.Equal(asked, interp.Options);
        Assert.Equal(string.Join(' ', asked.ByName()), interp.Call(static tstate => string.Join(' ', tstate.Interp.Options.ByName())));
    }

    [Fact]
    public void CFG_04_ALockOfItsOwn_WithTheMainAccount_IsRefused_AndNothingIsCreated()
    {
        var error = Assert.Throws<ArgumentException>(() => runtime.CreateInterpreter(InterpreterOptions.Isolated with { UseMainAccount = true }));

        Assert.Contains("lock of its own", error.Message);
        Assert.Contains("SharedWithMain", error.Message);
        Assert.Equal([runtime.Main], runtime.Interpreters);
    }

    [Fact]
    public void CFG_04_AnAccountOfItsOwn_WithoutComponentChecks_IsRefused()
    {
        Assert.Contains("check its components", Assert.Throws<ArgumentException>(() => runtime.CreateInterpreter(InterpreterOptions.Isolated with { CheckComponents = false })).Message);
        Assert.Throws<ArgumentException>(() => runtime.CreateInterpreter(InterpreterOptions.Empty));
        Assert.True(runtime.CreateInterpreter(InterpreterOptions.Empty with { CheckComponents = true }).Close());
        Assert.True(runtime.CreateInterpreter(InterpreterOptions.Empty with { UseMainAccount = true }).Close());
        Assert.True(runtime.CreateInterpreter(InterpreterOptions.Isolated with { Lock = InterpreterLockKind.SharedWithMain }).Close());
    }

    [Fact]
    public void CFG_04_ValuesThatCannotBe_AreRefused()
    {
        InterpreterOptions[] impossible =
        [
            new() { SwitchInterval = TimeSpan.Zero },
            new() { RecursionLimit = 0 },
            new() { CloseTimeout = TimeSpan.FromSeconds(-2) },
            new() { Lock = (InterpreterLockKind)9 },
            new() { Limits = new() { MaxThreads = -1 } },
            new() { Limits = new() { MaxQueuedItems = -1 } },
            new() { Limits = new() { MaxAllocatedBytes = -1 } },
            new() { Limits = new() { MaxRunTime = TimeSpan.Zero } },
            new() { Limits = new() { MaxRunTime = TimeSpan.MaxValue } },
        ];

        Assert.All(impossible, options => Assert.ThrowsAny<ArgumentException>(() => runtime.CreateInterpreter(options)));
        Assert.All(impossible, options => Assert.ThrowsAny<ArgumentException>(() => RuntimeState.Initialize(new RuntimeOptions { MainInterpreter = options })));
        Assert.Equal([runtime.Main], runtime.Interpreters);
    }

    [Fact]
    public void CFG_06_NothingIsInherited_ByAnInterpreterThatIsCreatedInside()
    {
        var parent = runtime.CreateInterpreter(new InterpreterOptions { AllowThreads = false, RecursionLimit = 7, SwitchInterval = TimeSpan.FromMilliseconds(1) });

        var child = parent.Enter(tstate =>
        {
            tstate.Interp.RecursionLimit = 9;
            return tstate.Interp.Runtime.CreateInterpreter();
        });

        Assert.Equal(InterpreterOptions.Isolated, child.Options);
        Assert.Equal((1000, TimeSpan.FromMilliseconds(5)), (child.RecursionLimit, child.SwitchInterval));
        Assert.Null(child.ComponentCheckOverride);
    }

    [Fact]
    public void CFG_07_OptionsCannotChangeAfterwards_BecauseNothingOfThemCan()
    {
        Type[] records = [typeof(InterpreterOptions), typeof(InterpreterLimits), typeof(InterpreterOwner), typeof(RuntimeOptions)];
        var setters = records.SelectMany(type => type.GetProperties()).Select(property => property.SetMethod).OfType<System.Reflection.MethodInfo>();
        Assert.All(setters, setter => Assert.Contains(typeof(System.Runtime.CompilerServices.IsExternalInit), setter.ReturnParameter.GetRequiredCustomModifiers()));

        var options = new InterpreterOptions();
        var interp = runtime.CreateInterpreter(options);
        var changed = options with { RecursionLimit = 1 };

        Assert.NotEqual(changed, interp.Options);
        Assert.Equal(1000, interp.RecursionLimit);
    }
}
