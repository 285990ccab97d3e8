using ExplicitContext.Analyzers.Threads;
using ExplicitContext.Testing;

namespace ExplicitContext.Analyzers.Tests.Threads;

/// <summary>TST-19, at compile time.</summary>
public class ThreadStateWhileDetachedTests
{
    [Theory]
    [InlineData("void M(ThreadState tstate) { using (tstate.AllowThreads()) [|tstate|].CheckBreaker(); }")]
    [InlineData("void M(ThreadState tstate) { using (tstate.AllowThreads()) { Thread.Sleep(1); Use([|tstate|]); } } static void Use(ThreadState t) { }")]
    [InlineData("void M(ThreadState tstate) { using var scope = tstate.AllowThreads(); [|tstate|].CheckBreaker(); }")]
    [InlineData("void M(ThreadState tstate) { var scope = tstate.AllowThreads(); [|tstate|].CheckBreaker(); scope.Dispose(); tstate.CheckBreaker(); }")]
    [InlineData("void M(ThreadState tstate) { var scope = tstate.AllowThreads(); try { [|tstate|].CheckBreaker(); } finally { scope.Dispose(); } tstate.CheckBreaker(); }")]
    [InlineData("void M(ThreadState tstate, bool flag) { using (tstate.AllowThreads()) { if (flag) [|tstate|].CheckBreaker(); else Thread.Sleep(1); } }")]
    [InlineData("void M(ThreadState tstate, bool flag) { using (tstate.AllowThreads()) while (flag) [|tstate|].CheckBreaker(); }")]
    [InlineData("void M(ThreadState tstate, List<int> items) { using (tstate.AllowThreads()) items.ForEach(i => [|tstate|].CheckBreaker()); }")]
    [InlineData("void M(ThreadState tstate) { using (tstate.AllowThreads()) Local(); void Local() => [|tstate|].CheckBreaker(); }")]
    [InlineData("void M(ThreadState tstate) { using (tstate.AllowThreads()) { using ([|tstate|].AllowThreads()) { } } }")]
    [InlineData("void M(ThreadState tstate, InterpreterSlot<object> slot) { using (tstate.AllowThreads()) [|tstate.Interp.GetState(slot)|].ToString(); }")]
    [InlineData("void M(ThreadState tstate, InterpreterState interp) { using (tstate.AllowThreads()) [|interp.GetThreadState()|].ToString(); }")]
    [InlineData("void M(ThreadState tstate, CrossQueue<int> queue) { using (tstate.AllowThreads()) queue.Put([|tstate|], 1); }")]
    [InlineData("void M(ThreadState tstate) { using (tstate.AllowThreads()) { using (tstate.Interp.Attach(out var inner)) inner.CheckBreaker(); [|tstate|].CheckBreaker(); } }")]
    [InlineData("void M(ThreadState? tstate) { using (tstate!.AllowThreads()) [|tstate|]?.CheckBreaker(); }")]
    [InlineData("Worker M(Worker worker) { using (worker.AllowThreads()) [|worker|].Step(); return worker; }")]
    [InlineData("void M(Worker worker) { using (worker.AllowThreads()) [|worker|].Count = 1; }")]
    [InlineData("void M(Worker worker) { using (worker.AllowThreads()) [|worker|].Log.Add(\"\"); }")]
    [InlineData("void M<T>(T worker) where T : Worker { using (worker.AllowThreads()) [|worker|].Step(); }")]
    [InlineData("static void M() { static void Local(ThreadState tstate) { using (tstate.AllowThreads()) [|tstate|].CheckBreaker(); } }")]
    [InlineData("Action<ThreadState> M() => static tstate => { using (tstate.AllowThreads()) [|tstate|].CheckBreaker(); };")]
    [InlineData("async Task M(Worker worker) { using (worker.AllowThreads()) { [|worker|].Step(); await Task.Yield(); } }")]
    public Task TST_19_AUseBetweenAllowThreadsAndItsEnd_Triggers(string members) => AnalyzerTest<ThreadStateWhileDetachedAnalyzer>.VerifyAsync(ThreadsWorld.With(members));

    [Fact]
    public Task TST_19_ThePartOfAPartialMethod_Triggers() => AnalyzerTest<ThreadStateWhileDetachedAnalyzer>.VerifyAsync(ThreadsWorld.With(
        "partial void M(ThreadState tstate); partial void M(ThreadState tstate) { using (tstate.AllowThreads()) [|tstate|].CheckBreaker(); }"));

    [Fact]
    public Task TST_19_TopLevelStatements_Trigger() => AnalyzerTest<ThreadStateWhileDetachedAnalyzer>.VerifyAsync(ThreadsWorld.Types(
        "var runtime = RuntimeState.Initialize(); using (runtime.Main.Attach(out var tstate)) { using (tstate.AllowThreads()) [|tstate|].CheckBreaker(); tstate.CheckBreaker(); }")
        with { OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication });

    [Fact]
    public Task TheMessage_SaysWhatToDo() => AnalyzerTest<ThreadStateWhileDetachedAnalyzer>.VerifyAsync(
        ThreadsWorld.With("void M(ThreadState tstate) { using (tstate.AllowThreads()) [|tstate|].CheckBreaker(); }"),
        null,
        "'tstate' is used while other threads are allowed in: take what you need before 'AllowThreads', or use it after the end of its scope");

    [Theory]
    [InlineData("void M(ThreadState tstate) { tstate.CheckBreaker(); using (tstate.AllowThreads()) Thread.Sleep(1); tstate.CheckBreaker(); }")]
    [InlineData("void M(ThreadState tstate) { { using var scope = tstate.AllowThreads(); Thread.Sleep(1); } tstate.CheckBreaker(); }")]
    [InlineData("void M(ThreadState tstate) { using (tstate.AllowThreads()) { using (tstate.Interp.Attach(out var inner)) { inner.CheckBreaker(); tstate.CheckBreaker(); } } }")]
    [InlineData("void M(ThreadState tstate, InterpreterView view) { using (tstate.AllowThreads()) { if (view.TryAttach(out var scope, out var inner)) using (scope) inner.CheckBreaker(); } }")]
    [InlineData("void M(ThreadState tstate, Task task) { using (tstate.AllowThreads()) task.Wait(tstate.RunToken); }")]
    [InlineData("void M(ThreadState tstate) { using (tstate.AllowThreads()) { _ = tstate.Interp.Id; _ = tstate.Id; _ = tstate.IsAttached; _ = tstate.IsInside; tstate.SetAsyncException(null); } }")]
    [InlineData("void M(ThreadState tstate) { using (tstate.AllowThreads()) { if (tstate is null) return; _ = nameof(tstate); _ = tstate.ToString(); } }")]
    [InlineData("ThreadState M(ThreadState tstate) { using (tstate.AllowThreads()) { var same = tstate; return same; } }")]
    [InlineData("void M(ThreadState tstate) { try { using (tstate.AllowThreads()) Thread.Sleep(1); } catch (IOException) { tstate.CheckBreaker(); } finally { tstate.CheckBreaker(); } }")]
    [InlineData("void M(ThreadState tstate, bool flag) { while (flag) { using (tstate.AllowThreads()) Thread.Sleep(1); tstate.CheckBreaker(); } }")]
    [InlineData("void M(ThreadState? caller) { using (caller is null ? default : caller.AllowThreads()) Thread.Sleep(1); caller?.CheckBreaker(); }")]
    [InlineData("void M(ThreadState tstate) { using (tstate.AllowThreads()) Task.Run(() => Thread.Sleep(1)); }")]
    [InlineData("void M(Worker worker) { using (worker.AllowThreads()) Console.WriteLine(worker.Name); worker.Step(); }")]
    [InlineData("void M(Stream stream, ThreadState tstate) { using (stream) tstate.CheckBreaker(); }")]
    [InlineData("Action? M(ThreadState tstate) { Action later; using (tstate.AllowThreads()) later = () => tstate.CheckBreaker(); return later; }")]
    [InlineData("void M(ThreadState tstate) { using (tstate.AllowThreads()) Task.Run(() => tstate.CheckBreaker()); }")]
    [InlineData("void M(ThreadState tstate, bool flag) { IDisposable? scope = null; if (flag) scope = new Worker(\"a\").AllowThreads(); tstate.CheckBreaker(); scope?.Dispose(); }")]
    [InlineData("void M(ThreadState tstate, InterpreterSlot<List<int>> slot) { var list = tstate.Interp.GetState(slot); using (tstate.AllowThreads()) list!.Add(1); }")]
    public Task WhatTheRuntimeAllows_DoesNotTrigger(string members) => AnalyzerTest<ThreadStateWhileDetachedAnalyzer>.VerifyAsync(ThreadsWorld.With(members));
}
