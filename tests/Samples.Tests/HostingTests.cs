using System.Globalization;

namespace Samples.Tests;

[Collection(BothSamples.Name)]
public sealed class HostingTests
{
    [Theory]
    [MemberData(nameof(BothSamples.Samples), MemberType = typeof(BothSamples))]
    public void TwoEngines_KeepTheirOwnGlobals(ISample sample)
    {
        using var first = sample.CreateEngine();
        using var second = sample.CreateEngine();
        first.SetGlobal("x", 1);
        second.SetGlobal("x", 2);
        first.Run("let y = x + 10;");
        second.Run("let y = x + 20;");

        Assert.Equal("11", first.GetGlobal("y"));
        Assert.Equal("22", second.GetGlobal("y"));
    }

    [Theory]
    [MemberData(nameof(BothSamples.Samples), MemberType = typeof(BothSamples))]
    public void TwoEngines_KeepTheirOwnOptions(ISample sample)
    {
        var output = new StringWriter { NewLine = "\n" };
        using var german = sample.CreateEngine(
            new EngineSettings { Culture = CultureInfo.GetCultureInfo("de-DE"), NumberFormat = "F2", Strict = false }, output);
        using var plain = sample.CreateEngine(output: output);
        german.Run("print(1.5, missing);");
        plain.Run("print(1.5);");

        Assert.Equal("1,50 nil\n1.5\n", output.ToString());
        Assert.Throws<ScriptFailure>(() => plain.Run("print(missing);"));
    }

    [Theory]
    [MemberData(nameof(BothSamples.Samples), MemberType = typeof(BothSamples))]
    public void HostFunction_SeesItsEngineAsTheCurrentOne(ISample sample)
    {
        using var outer = sample.CreateEngine();
        using var inner = sample.CreateEngine();
        var seen = new List<bool>();
        inner.Define("double", number =>
        {
            seen.Add(inner.IsCurrent && !outer.IsCurrent);
            return number * 2;
        });
        outer.Define("delegate", number =>
        {
            inner.SetGlobal("number", number);
            var result = inner.Run("return double(number);");
            seen.Add(outer.IsCurrent && !inner.IsCurrent);
            return double.Parse(result, CultureInfo.InvariantCulture) + 1;
        });

        Assert.Equal("43", outer.Run("return delegate(21);"));
        Assert.Equal([true, true], seen);
        Assert.True(sample.CurrentIsDefault);
    }

    [Theory]
    [MemberData(nameof(BothSamples.Samples), MemberType = typeof(BothSamples))]
    public void HostFunction_ThatFails_IsReportedAtTheLineOfItsCall(ISample sample)
    {
        using var engine = sample.CreateEngine();
        engine.DefineFailing("save", "the disk is full");

        var failure = Assert.Throws<ScriptFailure>(() => engine.Run("fn store() {\n  save();\n}\nstore();", "job.mini"));

        Assert.Equal("job.mini:2: the disk is full\n  at save (job.mini:2)\n  at store (job.mini:2)\n  at script (job.mini:4)", failure.Message);
    }

    [Theory]
    [MemberData(nameof(BothSamples.Samples), MemberType = typeof(BothSamples))]
    public void Function_CalledOutsideOfAnyScript_RunsInTheDefaultEngine(ISample sample)
    {
        using var engine = sample.CreateEngine();
        engine.Run("let factor = 3; fn times(n) { return n * factor; }");

        Assert.Equal("12", engine.Invoke("times", 4));
        Assert.Equal("3", sample.Evaluate("1 + 2"));
        Assert.Equal("host:0: expected a function, found nil", Assert.Throws<ScriptFailure>(() => engine.Invoke("unknown", 1)).Message);
    }

    [Theory]
    [MemberData(nameof(BothSamples.Samples), MemberType = typeof(BothSamples))]
    public void Evaluate_InAHostFunction_RunsInTheEngineThatCalls(ISample sample)
    {
        using var engine = sample.CreateEngine();
        engine.SetGlobal("x", 20);
        engine.Define("evaluate", _ => double.Parse(sample.Evaluate("x + 1"), CultureInfo.InvariantCulture));

        Assert.Equal("21", engine.Run("return evaluate(0);"));
    }

    [Theory]
    [MemberData(nameof(BothSamples.Samples), MemberType = typeof(BothSamples))]
    public async Task RunAsync_ReadsThenRuns(ISample sample)
    {
        using var engine = sample.CreateEngine(new EngineSettings { SourceLimit = 20 });

        Assert.Equal("7", await engine.RunAsync(new StringReader("return 3 + 4;")));
        var failure = await Assert.ThrowsAsync<ScriptFailure>(() => engine.RunAsync(new StringReader(new string(' ', 21)), "long.mini"));
        Assert.Equal("long.mini:1: the script has 21 characters, more than 20", failure.Message);
    }

    [Theory]
    [MemberData(nameof(BothSamples.Samples), MemberType = typeof(BothSamples))]
    public async Task RunAsync_IsCancelledWhileTheScriptRuns(ISample sample)
    {
        using var engine = sample.CreateEngine();
        using var cancellation = new CancellationTokenSource();
        engine.Define("cancel", number =>
        {
            cancellation.Cancel();
            return number;
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => engine.RunAsync(new StringReader("cancel(1); while true { }"), "script", cancellation.Token));
        Assert.Equal("1", engine.Run("return 1;"));
    }

    [Theory]
    [MemberData(nameof(BothSamples.Samples), MemberType = typeof(BothSamples))]
    public void StepLimit_StopsALoopWithoutAnEnd(ISample sample)
    {
        using var engine = sample.CreateEngine(new EngineSettings { StepLimit = 1000 });

        Assert.StartsWith(
            "script:1: more than 1000 steps were taken",
            Assert.Throws<ScriptFailure>(() => engine.Run("while true { }")).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(BothSamples.Samples), MemberType = typeof(BothSamples))]
    public void DisposedEngine_RunsNothingMore(ISample sample)
    {
        var engine = sample.CreateEngine();
        engine.Dispose();
        engine.Dispose();

        Assert.Throws<ObjectDisposedException>(() => engine.Run("return 1;"));
        Assert.Throws<ObjectDisposedException>(() => engine.GetGlobal("x"));
        Assert.Throws<ObjectDisposedException>(() => engine.SetGlobal("x", 1));
    }
}
