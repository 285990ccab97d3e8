using ExplicitContext.Analyzers.Threads;
using ExplicitContext.Testing;

namespace ExplicitContext.Analyzers.Tests.Threads;

public class ThreadStateAfterAwaitTests
{
    [Theory]
    [InlineData("async Task M(ThreadState tstate) { await Task.Yield(); [|tstate|].CheckBreaker(); }")]
    [InlineData("async Task M(ThreadState tstate) { await Task.Yield(); Use([|tstate|]); void Use(ThreadState t) { } }")]
    [InlineData("async Task M(ThreadState tstate) { await Task.Yield(); [|tstate|].CheckBreaker(); tstate.CheckBreaker(); await Task.Yield(); [|tstate|].CheckBreaker(); }")]
    [InlineData("async Task M(ThreadState tstate, bool flag) { await Task.Yield(); if (flag) [|tstate|].CheckBreaker(); else [|tstate|].CheckBreaker(); tstate.CheckBreaker(); }")]
    [InlineData("async Task M(ThreadState tstate, bool flag) { await Task.Yield(); if (flag) [|tstate|].CheckBreaker(); [|tstate|].CheckBreaker(); }")]
    [InlineData("async Task<ThreadState> M(ThreadState tstate) { await Task.Yield(); return [|tstate|]; }")]
    [InlineData("async Task M(InterpreterState interp) { var tstate = interp.GetThreadState(); await Task.Yield(); [|tstate|].CheckBreaker(); }")]
    [InlineData("async Task M(ThreadState tstate, bool flag) { if (flag) await Task.Yield(); [|tstate|].CheckBreaker(); }")]
    [InlineData("async Task M(ThreadState tstate, bool flag) { while (flag) { [|tstate|].CheckBreaker(); await Task.Yield(); } }")]
    [InlineData("async Task M(ThreadState tstate) { try { await Task.Yield(); } finally { [|tstate|].CheckBreaker(); } }")]
    [InlineData("async Task M(ThreadState tstate) { try { await Task.Yield(); } catch (IOException) { [|tstate|].CheckBreaker(); } }")]
    [InlineData("async Task M(ThreadState tstate, IAsyncDisposable d) { await using (d) tstate.CheckBreaker(); [|tstate|].CheckBreaker(); }")]
    [InlineData("async Task M(ThreadState tstate, IAsyncDisposable d) { await using (d) { await Task.Yield(); [|tstate|].CheckBreaker(); } }")]
    [InlineData("async Task M(ThreadState tstate, IAsyncEnumerable<int> items) { await foreach (var i in items) [|tstate|].CheckBreaker(); }")]
    [InlineData("async Task M(ThreadState tstate, IAsyncEnumerable<int> items) { await foreach (var i in items) { } [|tstate|].CheckBreaker(); }")]
    [InlineData("async Task M(ThreadState? tstate) { await Task.Yield(); [|tstate|]?.CheckBreaker(); }")]
    [InlineData("async Task M(ThreadState tstate) { Both([|tstate|], await Task.FromResult(1)); void Both(ThreadState t, int i) { } }")]
    [InlineData("async Task M<T>(T tstate) where T : Worker { await Task.Yield(); [|tstate|].Step(); }")]
    [InlineData("async Task M(Worker worker) { await Task.Yield(); [|worker|].Log.Add(worker.Name); }")]
    [InlineData("Worker own = new(\"a\"); async Task M() { own.Step(); await Task.Yield(); [|own|].Step(); }")]
    [InlineData("Func<Task> M(ThreadState tstate) => async () => { await Task.Yield(); [|tstate|].CheckBreaker(); };")]
    [InlineData("Task M(InterpreterState interp) => interp.ExecuteAsync(static async (interp, token) => { var t = interp.GetThreadState(); await Task.Yield(); [|t|].CheckBreaker(); });")]
    [InlineData("void M() { static async Task Local(ThreadState tstate) { await Task.Yield(); [|tstate|].CheckBreaker(); } }")]
    [InlineData("async IAsyncEnumerable<int> M(ThreadState tstate) { yield return 1; [|tstate|].CheckBreaker(); await Task.Yield(); }")]
    public Task AUseAfterAnAwait_Triggers(string members) => AnalyzerTest<ThreadStateAfterAwaitAnalyzer>.VerifyAsync(ThreadsWorld.With(members));

    [Fact]
    public Task AnIteratorThatOthersEnumerate_Triggers() => AnalyzerTest<ThreadStateAfterAwaitAnalyzer>.VerifyAsync(ThreadsWorld.Types(
        "public class C { public IEnumerable<int> M(ThreadState tstate) { yield return 1; [|tstate|].CheckBreaker(); } }"));

    [Fact]
    public Task TopLevelStatements_Trigger() => AnalyzerTest<ThreadStateAfterAwaitAnalyzer>.VerifyAsync(ThreadsWorld.Types(
        "var runtime = RuntimeState.Initialize(); var tstate = runtime.Main.GetThreadState(); await Task.Yield(); [|tstate|].CheckBreaker();")
        with { OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication });

    [Fact]
    public Task APartialMethod_Triggers() => AnalyzerTest<ThreadStateAfterAwaitAnalyzer>.VerifyAsync(ThreadsWorld.With(
        "private partial Task M(ThreadState tstate); private async partial Task M(ThreadState tstate) { await Task.Yield(); [|tstate|].CheckBreaker(); }"));

    [Fact]
    public Task TheMessage_SaysWhatToDo() => AnalyzerTest<ThreadStateAfterAwaitAnalyzer>.VerifyAsync(
        ThreadsWorld.With("async Task M(ThreadState tstate) { await Task.Yield(); [|tstate|].CheckBreaker(); }"),
        null,
        "'tstate' belongs to the thread that was here before the last 'await' or 'yield', and another one may go on: take it anew from the interpreter, or be done with it before");

    [Theory]
    [InlineData("async Task M(ThreadState tstate) { tstate.CheckBreaker(); await Task.Yield(); }")]
    [InlineData("async Task M(InterpreterState interp, ThreadState tstate) { await Task.Yield(); tstate = interp.GetThreadState(); tstate.CheckBreaker(); }")]
    [InlineData("async Task M(InterpreterState interp) { await Task.Yield(); interp.GetThreadState().CheckBreaker(); }")]
    [InlineData("async Task M(InterpreterState interp) { await Task.Yield(); using (interp.Attach(out var tstate)) tstate.CheckBreaker(); }")]
    [InlineData("async Task M(InterpreterState interp) { await Task.Yield(); using (interp.Attach(out var tstate)) { try { tstate.CheckBreaker(); } finally { tstate.CheckBreaker(); } } }")]
    [InlineData("async Task M(InterpreterState interp, bool flag) { while (flag) { var tstate = interp.GetThreadState(); tstate.CheckBreaker(); await Task.Yield(); } }")]
    [InlineData("async Task M(ThreadState tstate, bool flag) { if (flag) { await Task.Yield(); return; } tstate.CheckBreaker(); }")]
    [InlineData("async Task M(ThreadState tstate, IAsyncDisposable d) { await using (d) tstate.CheckBreaker(); }")]
    [InlineData("async Task M(ThreadState tstate) { await Task.Yield(); var interp = tstate.Interp; _ = tstate.Id; tstate.SetAsyncException(new IOException()); _ = tstate.IsAttached; }")]
    [InlineData("async Task M(ThreadState tstate) { await Task.Yield(); if (tstate == null || tstate is null) return; _ = nameof(tstate); _ = $\"{tstate}\"; }")]
    [InlineData("async Task M(Worker worker) { await Task.Yield(); Console.WriteLine(worker.Name); }")]
    [InlineData("async Task M(InterpreterState interp) { await Task.Yield(); interp.Prepare(\"x\", 1); }")]
    [InlineData("IEnumerable<int> M(ThreadState tstate) { yield return 1; tstate.CheckBreaker(); }")]
    [InlineData("async Task M(InterpreterState interp, ThreadState tstate) { await Task.Yield(); tstate = interp == null ? throw new IOException() : interp.GetThreadState(); tstate.CheckBreaker(); }")]
    [InlineData("void M(ThreadState tstate) { tstate.CheckBreaker(); tstate.CheckBreaker(); }")]
    [InlineData("class Holder { public Worker Own = new(\"a\"); } async Task M(Holder holder) { holder.Own.Step(); await Task.Yield(); holder.Own.Step(); }")]
    [InlineData("[ContextType(\"thread\")] class Mine { int n; async Task M() { n++; await Task.Yield(); n++; } }")]
    [InlineData("async Task M(InterpreterState interp) { interp.Prepare(\"x\", 1); await Task.Yield(); _ = interp.Id; }")]
    public Task WhatIsDoneBefore_OrTakenAnew_DoesNotTrigger(string members) => AnalyzerTest<ThreadStateAfterAwaitAnalyzer>.VerifyAsync(ThreadsWorld.With(members));
}
