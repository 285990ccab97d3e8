namespace ExplicitContext.Runtime.Tests;

/// <summary>CFG-08, ISO-02: what can be set while an interpreter lives is set there and nowhere else.</summary>
public sealed class SettingTests : IDisposable
{
    private readonly RuntimeState runtime = RuntimeState.Initialize();
    private readonly InterpreterState a;
    private readonly InterpreterState b;

    public SettingTests()
    {
        a = runtime.CreateInterpreter();
        b = runtime.CreateInterpreter();
    }

    public void Dispose() => runtime.Dispose();

    [Fact]
    public void CFG_08_ISO_02_RecursionLimitAndSwitchInterval_AreOneInterpretersOwn()
    {
        a.Run(static tstate =>
        {
            tstate.Interp.RecursionLimit = 3;
            tstate.Interp.SwitchInterval = TimeSpan.FromMilliseconds(1);
        });

        Assert.Equal((3, TimeSpan.FromMilliseconds(1)), (a.RecursionLimit, a.SwitchInterval));
        Assert.Equal((1000, TimeSpan.FromMilliseconds(5)), (b.RecursionLimit, b.SwitchInterval));
        Assert.Equal((1000, TimeSpan.FromMilliseconds(5)), (runtime.Main.RecursionLimit, runtime.Main.SwitchInterval));
        Assert.Equal(1000, a.Options.RecursionLimit);
    }

    [Fact]
    public void CFG_08_ARecursionLimitThatWasSet_HoldsFromTheNextCallOn_InThatInterpreterOnly()
    {
        a.Enter(tstate =>
        {
            using (tstate.EnterRecursiveCall())
            using (tstate.EnterRecursiveCall())
            {
                tstate.Interp.RecursionLimit = 2;
                Assert.Contains("2 calls are open", Assert.Throws<RecursionLimitException>(() => tstate.EnterRecursiveCall()).Message);
                tstate.Interp.RecursionLimit = 3;
                tstate.EnterRecursiveCall().Dispose();
            }
        });
        b.Enter(tstate =>
        {
            for (var depth = 0; depth < 1000; depth++) tstate.EnterRecursiveCall();
            Assert.Throws<RecursionLimitException>(() => tstate.EnterRecursiveCall());
        });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void CFG_08_ARecursionLimitThatIsNotPositive_IsRefused_AndNothingChanges(int limit)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => a.RecursionLimit = limit);
        Assert.Equal(1000, a.RecursionLimit);
    }

    [Fact]
    public void ISO_02_WarningsCodecsAndErrorHandlers_KeptInASlot_AreOneInterpretersOwn()
    {
        a.Run(static tstate =>
        {
            var settings = tstate.Interp.GetState(LanguageSettings.Slot);
            settings.Warnings.Add("ignore::DeprecationWarning");
            settings.Codecs["rot13"] = text => text.ToUpperInvariant();
            settings.OnError = "replace";
        });

        Assert.Equal("1 rot13 replace", a.Call(static tstate => tstate.Interp.GetState(LanguageSettings.Slot).ToString()));
        Assert.Equal("0  strict", b.Call(static tstate => tstate.Interp.GetState(LanguageSettings.Slot).ToString()));
    }

    private sealed class LanguageSettings
    {
        public static readonly InterpreterSlot<LanguageSettings> Slot = new(static _ => new LanguageSettings());

        public List<string> Warnings { get; } = [];

        public Dictionary<string, Func<string, string>> Codecs { get; } = [];

        public string OnError { get; set; } = "strict";

        public override string ToString() => $"{Warnings.Count} {string.Join(' ', Codecs.Keys)} {OnError}";
    }
}
