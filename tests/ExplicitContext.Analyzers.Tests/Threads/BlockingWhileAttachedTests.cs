using ExplicitContext.Analyzers.Threads;
using ExplicitContext.Testing;

namespace ExplicitContext.Analyzers.Tests.Threads;

public class BlockingWhileAttachedTests
{
    [Theory]
    [InlineData("void M(ThreadState tstate) => Thread.[|Sleep|](1);")]
    [InlineData("void M(ThreadState tstate, Thread thread) => thread.[|Join|]();")]
    [InlineData("void M(ThreadState tstate, Task task) => task.[|Wait|]();")]
    [InlineData("int M(ThreadState tstate, Task<int> task) => task.[|Result|];")]
    [InlineData("int M(ThreadState tstate, Task<int> task) => task.GetAwaiter().[|GetResult|]();")]
    [InlineData("void M(ThreadState tstate, Task task) => task.ConfigureAwait(false).GetAwaiter().[|GetResult|]();")]
    [InlineData("int M(ThreadState tstate, ValueTask<int> task) => task.[|Result|];")]
    [InlineData("void M(ThreadState tstate, ManualResetEvent signal) => signal.[|WaitOne|]();")]
    [InlineData("void M(ThreadState tstate, ManualResetEventSlim signal) => signal.[|Wait|]();")]
    [InlineData("void M(ThreadState tstate, SemaphoreSlim semaphore) => semaphore.[|Wait|](1000);")]
    [InlineData("void M(ThreadState tstate, object gate) => Monitor.[|Wait|](gate);")]
    [InlineData("void M(ThreadState tstate, object gate) { Monitor.[|Enter|](gate); Monitor.Exit(gate); }")]
    [InlineData("int M(ThreadState tstate, System.Collections.Concurrent.BlockingCollection<int> items) => items.[|Take|]();")]
    [InlineData("string? M(ThreadState tstate) => Console.[|ReadLine|]();")]
    [InlineData("string M(ThreadState tstate) => File.[|ReadAllText|](\"a\");")]
    [InlineData("void M(ThreadState tstate, System.Diagnostics.Process process) => process.[|WaitForExit|]();")]
    [InlineData("int M(ThreadState tstate, System.Net.Sockets.Socket socket, byte[] b) => socket.[|Receive|](b);")]
    [InlineData("void M(InterpreterState interp) { Thread.Sleep(1); using (interp.Attach(out var tstate)) Thread.[|Sleep|](1); Thread.Sleep(1); }")]
    [InlineData("void M(InterpreterState interp) { using var scope = interp.Attach(out var tstate); Thread.[|Sleep|](1); }")]
    [InlineData("void M(ThreadState tstate) { using (tstate.AllowThreads()) { using (tstate.Interp.Attach(out var inner)) Thread.[|Sleep|](1); Thread.Sleep(1); } Thread.[|Sleep|](1); }")]
    [InlineData("void M(ThreadState tstate, List<int> items) => items.ForEach(i => Thread.[|Sleep|](i));")]
    [InlineData("void M(ThreadState tstate) { Local(); void Local() => Thread.[|Sleep|](1); }")]
    [InlineData("void M(InterpreterState interp) => interp.Run(static tstate => Thread.[|Sleep|](1));")]
    [InlineData("void M() { static void Local(ThreadState tstate) => Thread.[|Sleep|](1); }")]
    [InlineData("Task M(InterpreterState interp) => interp.ExecuteAsync(static async (interp, token) => { Task.Delay(1).[|Wait|](); await Task.Yield(); });")]
    [InlineData("void M<T>(T worker, Task task) where T : Worker => task.[|Wait|]();")]
    [InlineData("partial void M(ThreadState tstate); partial void M(ThreadState tstate) { Thread.[|Sleep|](1); }")]
    public Task ABlockingCallInside_Triggers(string members) => AnalyzerTest<BlockingWhileAttachedAnalyzer>.VerifyAsync(ThreadsWorld.With(members));

    [Fact]
    public Task TheMessage_NamesTheScope() => AnalyzerTest<BlockingWhileAttachedAnalyzer>.VerifyAsync(
        ThreadsWorld.With("void M(ThreadState tstate) => Thread.[|Sleep|](1);"),
        null,
        "'Thread.Sleep' may block while the thread holds the interpreter's lock: put it into 'using (tstate.AllowThreads())'");

    [Fact]
    public Task TheMessage_InAsynchronousCode_SaysToAwait() => AnalyzerTest<BlockingWhileAttachedAnalyzer>.VerifyAsync(
        ThreadsWorld.With("Task M(InterpreterState interp) => interp.ExecuteAsync(static async (interp, token) => { Task.Delay(1).[|Wait|](); await Task.Yield(); });"),
        null,
        "'Task.Wait' may block while the thread holds the interpreter's lock: await instead, or allow threads around it");

    [Theory]
    [InlineData("void M(int milliseconds) => Thread.Sleep(milliseconds);")]
    [InlineData("void M(InterpreterState interp) => Thread.Sleep(1);")]
    [InlineData("void M(ThreadState? tstate) => Thread.Sleep(1);")]
    [InlineData("void M(ThreadState tstate) { using (tstate.AllowThreads()) Thread.Sleep(1); }")]
    [InlineData("void M(ThreadState tstate) { using var scope = tstate.AllowThreads(); Thread.Sleep(1); }")]
    [InlineData("void M(ThreadState tstate, bool flag) { using (flag ? default : tstate.AllowThreads()) Thread.Sleep(1); }")]
    [InlineData("void M(ThreadState tstate) => Task.Run(() => Thread.Sleep(1));")]
    [InlineData("void M(ThreadState tstate) => new Thread(() => Thread.Sleep(1)).Start();")]
    [InlineData("Action M(ThreadState tstate) => () => Thread.Sleep(1);")]
    [InlineData("void M(ThreadState tstate, ManualResetEvent signal) { if (signal.WaitOne(0)) return; Thread.Sleep(0); signal.WaitOne(TimeSpan.Zero); }")]
    [InlineData("int M(ThreadState tstate, Task<int> task) => task.IsCompleted ? task.Result : 0;")]
    [InlineData("int M(ThreadState tstate, Task<int> task) { using (tstate.AllowThreads()) Task.WaitAll(task); return task.Result; }")]
    [InlineData("void M(ThreadState tstate, object gate) { lock (gate) tstate.CheckBreaker(); }")]
    [InlineData("async Task M(ThreadState tstate) { await Task.Yield(); Thread.Sleep(1); }")]
    [InlineData("Task M(InterpreterState interp) => interp.ExecuteAsync(static async (interp, token) => { await Task.Delay(1).ConfigureAwait(false); Thread.Sleep(1); });")]
    [InlineData("void M(ThreadState tstate, CrossQueue<int> queue) => queue.Get(tstate);")]
    [InlineData("void M(InterpreterView view) { if (view.TryAttach(out var scope, out var tstate)) return; Thread.Sleep(1); }")]
    [InlineData("int M(ThreadState tstate, Stream stream, byte[] into) => stream.Read(into);")]
    [InlineData("Task M(InterpreterState interp, Task<int> task) => interp.ExecuteAsync(async (interp, token) => { await task; _ = task.Result; });")]
    [InlineData("string M(ThreadState tstate) => nameof(Thread.Sleep);")]
    [InlineData("void M<T>(Channel<T> channel, ThreadState tstate) => channel.Take(tstate); class Channel<T> { public void Take(ThreadState tstate) { } }")]
    public Task WhereNoLockIsHeld_OrNothingIsWaitedFor_DoesNotTrigger(string members) => AnalyzerTest<BlockingWhileAttachedAnalyzer>.VerifyAsync(ThreadsWorld.With(members));
}
