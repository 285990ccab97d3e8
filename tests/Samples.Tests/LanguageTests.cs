extern alias migrated;

using ExplicitContext.Runtime;
using migrated::MiniScript;

namespace Samples.Tests;

/// <summary>MiniScript as the language of interpreters: <c>interp.Exec(source)</c>.</summary>
public sealed class LanguageTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly RuntimeState runtime = RuntimeState.Initialize();
    private readonly StringWriter written = new() { NewLine = "\n" };

    public void Dispose() => runtime.Dispose();

    [Fact]
    public void Exec_KeepsWhatScriptsBind_InEachInterpreterItsOwn()
    {
        var (first, second) = (Create(), Create());
        first.Exec("let x = 1; fn add(a, b) { return a + b + x; }");
        second.Exec("let x = 2;");
        first.Prepare("y", 40);
        first.Exec("print(x + y);");

        Assert.Equal("41\n", written.ToString());
        Assert.Equal(2.0, second.Evaluate("x"));
        Assert.Equal(6.0, first.CallFunction("add", [2, 3]));
        Assert.True(first.TryGetVariable<double>("y", out var y));
        Assert.Equal(40, y);
        Assert.False(second.TryGetVariable<double>("y", out _));
        using (first.Attach(out var tstate))
            Assert.Equal(["add", "x", "y"], first.Variables.Names(tstate).Order());
    }

    [Fact]
    public void Exec_InSeveralInterpreters_RunsAllScriptsInParallel()
    {
        var scripts = ScriptFile.All.ToList();
        var expected = string.Concat(scripts.Select(script => script.Expected));
        var outputs = new string[8];

        var threads = Enumerable.Range(0, outputs.Length).Select(i => new Thread(() => outputs[i] = RunAll(scripts))).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());

        Assert.All(outputs, output => Assert.Equal(expected, output));
    }

    [Fact]
    public void Error_IsToldByScriptAndLine()
    {
        var interp = Create();
        var failed = Assert.Throws<ExecutionFailedException>(() => interp.Exec("fn f() {\n  return 1 / 0;\n}\nf();", "job.mini"));
        var malformed = Assert.Throws<ExecutionFailedException>(() => interp.Exec("let a = 1;\nlet # = 2;", "job.mini"));

        Assert.Equal("ScriptException: division by zero", failed.Message);
        Assert.Equal(new SourcePosition("job.mini", 2), failed.Info.Position);
        Assert.Equal("job.mini:2: division by zero\n  at f (job.mini:2)\n  at script (job.mini:4)", failed.Info.Display);
        Assert.Equal("job.mini:2", malformed.Info.Position?.ToString());
    }

    [Fact]
    public void Prepare_OfWhatTheLanguageHasNoFormFor_BindsNothing()
    {
        var interp = Create();

        Assert.Throws<ArgumentException>(() => interp.Prepare(new Dictionary<string, object?> { ["a"] = 1, ["b"] = DateTime.UnixEpoch }));
        Assert.False(interp.TryGetVariable<double>("a", out _));
    }

    [Fact]
    public async Task EndlessLoop_EndsWhereItsTokenIsCancelled()
    {
        var interp = Create();
        using var cancellation = new CancellationTokenSource();
        var running = interp.ExecAsync("while true { }", cancellationToken: cancellation.Token);
        cancellation.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.WaitAsync(Patience));
        Assert.Equal(2.0, interp.Evaluate("1 + 1"));
    }

    [Fact]
    public async Task EndlessLoop_InFunctions_EndsWhereItsInterpreterIsClosed()
    {
        var interp = Create();
        interp.Exec("fn spin() { while true { } } fn outer() { spin(); }");
        var running = Task.Factory.StartNew(() => interp.Exec("outer();"), TaskCreationOptions.LongRunning);
        Assert.True(SpinWait.SpinUntil(() => interp.IsRunning && interp.AttachedThread is not null, Patience));

        Assert.Equal(CloseOutcome.Closed, interp.Close(new CloseOptions { StopRunning = true }).Outcome);
        await Assert.ThrowsAnyAsync<InterpreterFinalizingException>(() => running.WaitAsync(Patience));
    }

    private InterpreterState Create() => runtime.CreateInterpreter(new InterpreterOptions { Language = new MiniScriptLanguage(output: written) });

    private string RunAll(List<ScriptFile> scripts) => string.Concat(scripts.Select(script =>
    {
        var output = new StringWriter { NewLine = "\n" };
        var language = new MiniScriptLanguage(new EngineOptions { ImportPath = script.ImportPath }, output);
        using var interp = runtime.CreateInterpreter(new InterpreterOptions { Language = language });
        try
        {
            interp.Exec(script.Source, script.Name);
        }
        catch (ExecutionFailedException failure)
        {
            output.WriteLine(failure.Info.Display);
        }

        return output.ToString();
    }));
}
