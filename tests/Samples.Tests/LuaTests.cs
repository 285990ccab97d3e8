using System.Collections.Immutable;
using ExplicitContext.Runtime;
using LuaHost;

namespace Samples.Tests;

/// <summary>Lua as the language of interpreters: <c>interp.Exec(source)</c>.</summary>
public sealed class LuaTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly StringWriter written = new();
    private readonly LuaLanguage language;
    private readonly RuntimeState runtime;

    public LuaTests()
    {
        language = new LuaLanguage(new LuaOptions { Output = TextWriter.Synchronized(written), CheckEvery = 1000 });
        runtime = RuntimeState.Initialize(new RuntimeOptions { MainInterpreter = new InterpreterOptions { Language = language } });
    }

    public void Dispose() => runtime.Dispose();

    [Fact]
    public void Values_AreTheSameOnBothSides()
    {
        var interp = Create();
        var day = new DateOnly(2024, 2, 29);
        interp.Prepare(new Dictionary<string, object?>
        {
            ["none"] = null, ["yes"] = true, ["whole"] = long.MaxValue, ["half"] = 0.5, ["text"] = "Ünï", ["bytes"] = ImmutableArray.Create<byte>(0, 255), ["day"] = day,
        });

        Assert.Null(interp.Evaluate("none"));
        Assert.Equal([true, long.MaxValue, 0.5, "Ünï", 6L, day], Evaluate(interp, "yes", "whole", "half", "text", "#text + #bytes - 1", "day"));
        Assert.Equal<byte>([0, 255], Assert.IsType<ImmutableArray<byte>>(interp.Evaluate("bytes")));
        Assert.Equal(7L, interp.Evaluate("select(2, 1, 7)"));
        Assert.Equal("Object", interp.Evaluate("tostring(getmetatable(day) == false and 'Object')"));
    }

    [Fact]
    public void Names_AreThoseThatScriptsAndHostHaveBound()
    {
        var interp = Create();
        interp.Exec("function f() end  local hidden = 1");
        interp.Prepare("x", 1);
        using (interp.Attach(out var tstate))
        {
            Assert.Equal(["f", "x"], interp.Variables.Names(tstate).Order());
            Assert.True(interp.Variables.Remove(tstate, "x"));
            Assert.False(interp.Variables.Remove(tstate, "x"));
        }

        Assert.False(interp.TryGetVariable<long>("x", out _));
    }

    [Fact]
    public void Tables_BelongToTheirInterpreter()
    {
        var interp = Create();
        interp.Exec("t = {}  function closure() return t end");

        Assert.Throws<NotShareableException>(() => interp.Evaluate("t"));
        Assert.Throws<NotShareableException>(() => interp.CallFunction("closure", []));
        var copy = Assert.IsType<CopyOnSend<Dictionary<object, object?>>>(interp.Evaluate("require('interpreters').copy { 1, a = { b = 'c' } }"));
        Assert.Equal(1L, copy.Value[1L]);
        Assert.Equal("c", Assert.IsType<Dictionary<object, object?>>(copy.Value["a"])["b"]);
        interp.Exec("assert(type(t) == 'table')");
    }

    [Theory]
    [InlineData("x = 1\nerror('why')", "LuaError", "main:2: why", 2)]
    [InlineData("\n\nlocal x = = 1", "SyntaxError", "main:3: unexpected symbol near '='", 3)]
    [InlineData("local function f() return nil .. 'a' end\nf()", "LuaError", "main:1: attempt to concatenate a nil value", 1)]
    [InlineData("\nerror({})", "LuaError", null, 2)]
    [InlineData("\nrequire('interpreters').create_queue():get_nowait()", "QueueEmpty", "Queue 1 is empty", 2)]
    [InlineData("local co = coroutine.wrap(function()\nerror('in a coroutine') end)\nco()", "LuaError", "main:2: in a coroutine", 3)]
    [InlineData("local function f() return f() + 1 end\nf()", "LuaError", null, 1)]
    [InlineData("os.exit(2)", "SystemExit", "2", 1)]
    public void Error_IsToldInLuasTerms_WithItsPosition(string source, string type, string? message, int line)
    {
        var interp = Create();
        var info = Assert.Throws<ExecutionFailedException>(() => interp.Exec(source)).Info;

        Assert.Equal((type, new SourcePosition("main", line)), (info.TypeName, info.Position));
        if (message is not null) Assert.Equal(message, info.Message);
        Assert.Equal(2L, interp.Evaluate("1 + 1"));
    }

    [Fact]
    public void ScriptsThatReachOut_AreRefused()
    {
        var interp = Create();
        foreach (var source in new[] { "os.setlocale('C')", "package.loadlib('libc.so.6', '*')", "load('\\27Lua')()", "dofile('x')", "setmetatable({}, { __gc = print })", "debug.sethook()", "require('debug').sethook()", "getmetatable(require('interpreters').get_main()).__gc = nil" })
            Assert.Throws<ExecutionFailedException>(() => interp.Exec(source));
    }

    [Fact]
    public void Processes_AreStartedWhereTheInterpretersOptionsSaySo()
    {
        var free = runtime.CreateInterpreter(new InterpreterOptions { Language = language, AllowFork = true, AllowExec = true });
        var bound = runtime.CreateInterpreter(new InterpreterOptions { Language = language, AllowFork = false });
        free.Exec("assert(os.execute())");

        foreach (var source in new[] { "os.execute('exit 1')", "io.popen('exit 1')" })
            Assert.Equal("InterpreterError", Assert.Throws<ExecutionFailedException>(() => bound.Exec(source)).Info.TypeName);
    }

    [Fact]
    public void NestedRuns_WithoutAnEnd_AreAnErrorAndTheProcessGoesOn()
    {
        runtime.Main.Exec("depth = 0  function nest() depth = depth + 1  require('interpreters').get_main():exec('nest()') end");
        var failed = Assert.Throws<ExecutionFailedException>(() => runtime.Main.Exec("nest()"));

        Assert.Contains("RecursionLimit", failed.Info.Message + failed.Info.Display, StringComparison.Ordinal);
        Assert.InRange((long)runtime.Main.Evaluate("depth")!, 50, 1000);
    }

    [Fact]
    public async Task Interpreters_ComputeInParallel()
    {
        const string source = "local s = 0  for i = 1, 200000 do s = s + (i * seed) % 7 end  return s";
        var interpreters = Enumerable.Range(1, 8).Select(_ => Create()).ToList();
        foreach (var (interp, seed) in interpreters.Zip(Enumerable.Range(1, 8)))
        {
            interp.Prepare("seed", seed);
            interp.Exec($"function compute() {source} end");
        }

        var results = await Task.WhenAll(interpreters.Select(interp => interp.CallFunctionAsync("compute", []))).WaitAsync(Patience);

        Assert.Equal(Enumerable.Range(1, 8).Select(seed => (object)Enumerable.Range(1, 200_000).Sum(i => (long)i * seed % 7)), results);
    }

    [Fact]
    public void ThreadsOfOneInterpreter_TakeTurnsInTheMidstOfAScript()
    {
        var threads = new[] { "a", "b" }.Zip(["b", "a"]).Select(pair => new Thread(() => runtime.Main.Exec($"{pair.First} = true  while not {pair.Second} do end"))).ToList();
        threads.ForEach(thread => thread.Start());

        Assert.All(threads, thread => Assert.True(thread.Join(Patience)));
    }

    [Fact]
    public async Task PendingCall_RunsInTheMidstOfAScript()
    {
        var interp = Create();
        var running = interp.ExecAsync("while not done do end");
        Assert.True(interp.AddPendingCall(tstate => tstate.Interp.Variables.Set(tstate, "done", true)));

        await running.WaitAsync(Patience);
    }

    [Fact]
    public async Task PendingCallThatThrows_IsAnErrorInTheScript_WhichItCanCatch()
    {
        var interp = Create();
        var running = interp.CallFunctionAsync("pcall", [interp.Evaluate("function() while true do end end")]);
        var handled = Create().ExecAsync("ok, e = xpcall(function() while true do end end, function(e) while true do end end)");
        Assert.True(interp.AddPendingCall(_ => throw new TimeoutException("no more")));
        foreach (var other in runtime.Interpreters.Skip(2)) other.AddPendingCall(_ => throw new TimeoutException("no more"));

        Assert.Equal(false, await running.WaitAsync(Patience));
        await handled.WaitAsync(Patience);
        Assert.Equal("TimeoutError: no more", runtime.Interpreters[^1].Evaluate("tostring(e)"));
    }

    [Theory]
    [InlineData("while true do end")]
    [InlineData("while true do pcall(function() while true do end end) end")]
    [InlineData("local co = coroutine.wrap(function() while true do pcall(error) end end)  while true do pcall(co) end")]
    [InlineData("require('interpreters').create_queue():get()")]
    [InlineData("require('interpreters').create():exec('while true do end')")]
    [InlineData("require('interpreters').create():call_in_thread(function() while true do end end):join()")]
    [InlineData("local x <close> = setmetatable({}, { __close = function() while true do end end })  while true do end")]
    [InlineData("xpcall(function() while true do end end, function() while true do end end)")]
    [InlineData("table.sort({ 1, 2, 3 }, function() while true do pcall(error) end end)")]
    [InlineData("print(setmetatable({}, { __tostring = function() while true do end end }))")]
    [InlineData("string.gsub('aaa', 'a', function() while true do end end)")]
    [InlineData("load(function() while true do end end)")]
    public async Task EndlessScript_EndsWhereItsTokenIsCancelled(string source)
    {
        var interp = Create();
        using var cancellation = new CancellationTokenSource();
        var running = interp.ExecAsync($"started = true  {source}", cancellationToken: cancellation.Token);
        Assert.True(SpinWait.SpinUntil(() => interp.TryGetVariable<bool>("started", out _), Patience));
        cancellation.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.WaitAsync(Patience));
        Assert.Equal(2L, interp.Evaluate("1 + 1"));
    }

    [Theory]
    [InlineData("while true do end")]
    [InlineData("while true do pcall(function() while true do end end) end")]
    [InlineData("local co = coroutine.wrap(function() while true do pcall(error) end end)  while true do pcall(co) end")]
    [InlineData("while true do pcall(function() require('interpreters').create_queue():get() end) end")]
    [InlineData("local x <close> = setmetatable({}, { __close = function() print('closing') while true do end end })  while true do end")]
    public async Task EndlessScript_EndsWhereItsInterpreterIsClosed(string source)
    {
        for (var round = 0; round < 10; round++)
        {
            var interp = Create();
            var running = round % 2 == 0 ? interp.ExecAsync(source) : Task.Factory.StartNew(() => interp.Exec(source), TaskCreationOptions.LongRunning);
            Assert.True(SpinWait.SpinUntil(() => interp.IsRunning && interp.ThreadCount > 0, Patience));

            Assert.Equal(CloseOutcome.Closed, interp.Close(new CloseOptions { StopRunning = true, Timeout = Patience }).Outcome);
            await Assert.ThrowsAnyAsync<InterpreterFinalizingException>(() => running.WaitAsync(Patience));
        }
    }

    [Theory]
    [InlineData("coroutine.close(co)")]
    [InlineData("coroutine.wrap(function() coroutine.close(co) end)()")]
    public async Task CoroutineThatWasStopped_LeavesNothingThatCannotBeStopped(string afterwards)
    {
        var interp = Create();
        interp.Exec("co = coroutine.create(function() local x <close> = setmetatable({}, { __close = function() while true do end end })  while true do end end)");
        foreach (var source in new[] { "coroutine.resume(co)", afterwards })
        {
            using var cancellation = new CancellationTokenSource();
            var running = interp.ExecAsync($"started = true  {source}", cancellationToken: cancellation.Token);
            Assert.True(SpinWait.SpinUntil(() => running.IsCompleted || interp.TryGetVariable<bool>("started", out _), Patience));
            cancellation.Cancel();
            await Task.WhenAny(running).WaitAsync(Patience);
        }

        Assert.Equal(2L, interp.Evaluate("1 + 1"));
    }

    [Fact]
    public void ManyInterpreters_ComeAndGo()
    {
        for (var i = 0; i < 200; i++)
        {
            using var interp = Create();
            interp.Exec("local q = require('interpreters').create_queue()  q:put(1)  x = { q, q:get() }");
        }

        Assert.Equal([runtime.Main], runtime.Interpreters);
    }

    private static object?[] Evaluate(InterpreterState interp, params string[] expressions) => [.. expressions.Select(expression => interp.Evaluate(expression))];

    private InterpreterState Create() => runtime.CreateInterpreter(new InterpreterOptions { Language = language });
}
