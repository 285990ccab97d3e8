using ExplicitContext.Analyzers.Threads;
using ExplicitContext.Testing;

namespace ExplicitContext.Analyzers.Tests.Threads;

public class ThreadStateOnOtherThreadTests
{
    [Theory]
    [InlineData("void M(ThreadState tstate) => Task.Run(() => [|tstate|].CheckBreaker());")]
    [InlineData("void M(ThreadState tstate) => Task.Run(async () => { [|tstate|].CheckBreaker(); await Task.Yield(); });")]
    [InlineData("void M(ThreadState tstate) => new Thread(() => Use([|tstate|])).Start(); static void Use(ThreadState t) { }")]
    [InlineData("void M(ThreadState tstate) => new Thread(delegate() { [|tstate|].CheckBreaker(); }).Start();")]
    [InlineData("void M(ThreadState tstate) => ThreadPool.QueueUserWorkItem(_ => [|tstate|].CheckBreaker());")]
    [InlineData("void M(ThreadState tstate) => ThreadPool.QueueUserWorkItem(static t => { }, [|tstate|], false);")]
    [InlineData("void M(ThreadState tstate) => Parallel.For(0, 9, i => [|tstate|].CheckBreaker());")]
    [InlineData("void M(ThreadState tstate) => Parallel.Invoke(() => [|tstate|].CheckBreaker(), () => { });")]
    [InlineData("object M(ThreadState tstate) => new Timer(_ => [|tstate|].CheckBreaker());")]
    [InlineData("void M(ThreadState tstate, Task task) => task.ContinueWith(_ => [|tstate|].CheckBreaker());")]
    [InlineData("void M(ThreadState tstate) => Task.Factory.StartNew(() => [|tstate|].CheckBreaker());")]
    [InlineData("object M(ThreadState tstate, int[] items) => items.AsParallel().Select(i => Eval([|tstate|], i)).ToArray(); static int Eval(ThreadState t, int i) => i;")]
    [InlineData("object M(ThreadState tstate, int[] items) => (from i in items.AsParallel() select Eval([|tstate|], i)).ToArray(); static int Eval(ThreadState t, int i) => i;")]
    [InlineData("void M(ThreadState tstate, CancellationToken token) => token.Register(() => [|tstate|].CheckBreaker());")]
    [InlineData("void M(ThreadState tstate) => Task.Run([|tstate|].CheckBreaker);")]
    [InlineData("void M(ThreadState tstate) { Task.Run(Local); void Local() => [|tstate|].CheckBreaker(); }")]
    [InlineData("void M(ThreadState tstate) { Action later = () => [|tstate|].CheckBreaker(); Task.Run(later); }")]
    [InlineData("void M(ThreadState tstate) => Task.Run(() => { Action inner = () => [|tstate|].CheckBreaker(); inner(); });")]
    [InlineData("void M(InterpreterState interp) { var tstate = interp.GetThreadState(); Task.Run(() => [|tstate|].CheckBreaker()); }")]
    [InlineData("void M<T>(T worker) where T : Worker => Task.Run(() => [|worker|].Step());")]
    [InlineData("readonly Worker own = new(\"a\"); void M() => Task.Run(() => [|own|].Step());")]
    [InlineData("static void M() { static void Local(ThreadState tstate) => Task.Run(() => [|tstate|].CheckBreaker()); }")]
    public Task AStateInCodeForAnotherThread_Triggers(string members) => AnalyzerTest<ThreadStateOnOtherThreadAnalyzer>.VerifyAsync(ThreadsWorld.With(members));

    [Fact]
    public Task AMemberOfTheStateItself_Triggers() => AnalyzerTest<ThreadStateOnOtherThreadAnalyzer>.VerifyAsync(ThreadsWorld.Types(
        "[ContextType(\"thread\")] partial class Own { int count; } partial class Own { void M() => Task.Run(() => [|this|].count++); }"));

    [Fact]
    public Task TheMessage_NamesTheCall() => AnalyzerTest<ThreadStateOnOtherThreadAnalyzer>.VerifyAsync(
        ThreadsWorld.With("void M(ThreadState tstate) => Task.Run(() => [|tstate|].CheckBreaker());"),
        null,
        "'tstate' belongs to the thread that is here, but 'Task.Run' runs this on another one: attach there, and use the state that this yields");

    [Theory]
    [InlineData("void M(InterpreterState interp) => Task.Run(() => { using (interp.Attach(out var tstate)) tstate.CheckBreaker(); });")]
    [InlineData("void M(ThreadState tstate) { var view = tstate.Interp.View; Task.Run(() => { if (view.TryAttach(out var scope, out var own)) using (scope) own.CheckBreaker(); }); }")]
    [InlineData("void M(ThreadState tstate) => Task.Run(() => tstate.SetAsyncException(new IOException()));")]
    [InlineData("void M(ThreadState tstate) => Task.Run(() => Console.WriteLine($\"{tstate.Id} {tstate} {tstate.IsInside}\"));")]
    [InlineData("void M(ThreadState tstate) => Task.Run(() => Console.WriteLine(tstate.Interp));")]
    [InlineData("void M(ThreadState tstate, List<int> items) => items.ForEach(i => tstate.CheckBreaker());")]
    [InlineData("void M(ThreadState tstate, int[] items) => items.Select(i => { tstate.CheckBreaker(); return i; }).ToArray();")]
    [InlineData("void M(InterpreterState interp) => interp.RunAsync(static tstate => tstate.CheckBreaker());")]
    [InlineData("void M(ThreadState tstate) => Task.Run(() => nameof(tstate));")]
    [InlineData("void M(ThreadState tstate) { var box = new Box { State = tstate }; Task.Run(() => box.Use()); } class Box { public ThreadState? State; public void Use() { } }")]
    [InlineData("Action later = () => { }; void M(ThreadState tstate) { later = () => tstate.CheckBreaker(); Task.Run(later); }")]
    [InlineData("void M(ThreadState tstate) { Action either = () => { }; either = () => tstate.CheckBreaker(); Task.Run(either); }")]
    [InlineData("void M(ThreadState tstate) => Task.Run(() => { static void Own(ThreadState t) => t.CheckBreaker(); });")]
    public Task ItsOwnState_AndWhatAnyThreadMay_DoNotTrigger(string members) => AnalyzerTest<ThreadStateOnOtherThreadAnalyzer>.VerifyAsync(
        ThreadsWorld.With(members));
}
