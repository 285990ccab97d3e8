using ExplicitContext.Analyzers.Threads;
using ExplicitContext.Testing;

namespace ExplicitContext.CodeFixes.Tests;

/// <summary>The fix of ECTX4004.</summary>
public sealed class AllowThreadsTests
{
    [Theory]
    [InlineData("void M(ThreadState tstate) { Thread.[|Sleep|](1); }", "void M(ThreadState tstate) { using (tstate.AllowThreads()) Thread.Sleep(1); }")]
    [InlineData("void M(ThreadState tstate, Task task) { task.[|Wait|](); }", "void M(ThreadState tstate, Task task) { using (tstate.AllowThreads()) task.Wait(); }")]
    [InlineData("int M(ThreadState tstate, Task<int> task) { return task.[|Result|]; }", "int M(ThreadState tstate, Task<int> task) { using (tstate.AllowThreads()) return task.Result; }")]
    [InlineData("int M(ThreadState tstate, Task<int> task) { return task.GetAwaiter().[|GetResult|](); }", "int M(ThreadState tstate, Task<int> task) { using (tstate.AllowThreads()) return task.GetAwaiter().GetResult(); }")]
    [InlineData("int M(ThreadState tstate, Task<int> task) { int x; x = task.[|Result|]; return x; }", "int M(ThreadState tstate, Task<int> task) { int x; using (tstate.AllowThreads()) x = task.Result; return x; }")]
    [InlineData("void M(ThreadState tstate, bool b) { if (b) Thread.[|Sleep|](1); else Thread.[|Sleep|](2); }", "void M(ThreadState tstate, bool b) { if (b) using (tstate.AllowThreads()) Thread.Sleep(1); else using (tstate.AllowThreads()) Thread.Sleep(2); }")]
    [InlineData("void M(ThreadState tstate) { Thread.[|Sleep|](TimeSpan.FromSeconds(1)); }", "void M(ThreadState tstate) { using (tstate.AllowThreads()) Thread.Sleep(TimeSpan.FromSeconds(1)); }")]
    [InlineData("void M(InterpreterState interp) { using (interp.Attach(out var tstate)) { Console.[|ReadLine|](); } }", "void M(InterpreterState interp) { using (interp.Attach(out var tstate)) { using (tstate.AllowThreads()) Console.ReadLine(); } }")]
    [InlineData("Action<ThreadState> M() => static own => { Thread.[|Sleep|](1); };", "Action<ThreadState> M() => static own => { using (own.AllowThreads()) Thread.Sleep(1); };")]
    [InlineData("readonly ManualResetEvent signal = new(false); void M(ThreadState tstate) { signal.[|WaitOne|](); }", "readonly ManualResetEvent signal = new(false); void M(ThreadState tstate) { using (tstate.AllowThreads()) signal.WaitOne(); }")]
    [InlineData("void M(ThreadState tstate, int n) { switch (n) { case 1: Thread.[|Sleep|](1); break; } }", "void M(ThreadState tstate, int n) { switch (n) { case 1: using (tstate.AllowThreads()) Thread.Sleep(1); break; } }")]
    [InlineData("void M(ThreadState tstate) { Local(); void Local() { Thread.[|Sleep|](1); } }", "void M(ThreadState tstate) { Local(); void Local() { using (tstate.AllowThreads()) Thread.Sleep(1); } }")]
    public Task AStatementThatOnlyBlocks_FixesByAllowingThreads(string before, string after) =>
        CodeFixTest<BlockingWhileAttachedAnalyzer, AllowThreadsCodeFixProvider>.VerifyAsync(With(before), With(after));

    [Fact]
    public Task Trivia_IsKept() => CodeFixTest<BlockingWhileAttachedAnalyzer, AllowThreadsCodeFixProvider>.VerifyAsync(
        With(
            """
            void M(ThreadState tstate)
                {
                    // Before.
                    Thread.[|Sleep|]( // why
                        1); // after

                    tstate.CheckBreaker();
                }
            """),
        With(
            """
            void M(ThreadState tstate)
                {
                    // Before.
                    using (tstate.AllowThreads()) Thread.Sleep( // why
                        1); // after

                    tstate.CheckBreaker();
                }
            """));

    [Theory]
    [InlineData("int M(ThreadState tstate, Task<int> task) { var x = task.[|Result|]; return x; }")]
    [InlineData("int M(ThreadState tstate, Task<int> task) { return task.[|Result|] + 1; }")]
    [InlineData("int M(ThreadState tstate, Task<int> task) => task.[|Result|];")]
    [InlineData("void M(ThreadState tstate, List<int> items, Task<int> task) { items.Add(task.[|Result|]); }")]
    [InlineData("int x; void M(ThreadState tstate, Task<int> task) { x = task.[|Result|]; }")]
    [InlineData("void M(ThreadState tstate) { Thread.[|Sleep|](Time(tstate)); } static int Time(ThreadState t) => 1;")]
    [InlineData("void M(ThreadState tstate) { Thread.[|Sleep|](Time()); } static int Time() => 1;")]
    [InlineData("void M(ThreadState tstate) { tstate.Thread.[|Join|](); }")]
    [InlineData("Task M(InterpreterState interp) => interp.ExecuteAsync(static async (interp, token) => { Thread.[|Sleep|](1); await Task.Yield(); });")]
    [InlineData("void M(ThreadState tstate) { again: Thread.[|Sleep|](1); goto again; }")]
    [InlineData("void M(ThreadState tstate, List<Task> tasks) { tasks[0].[|Wait|](); }")]
    [InlineData("void M(ThreadState tstate, List<int> items) => items.ForEach(item => Thread.[|Sleep|](item));")]
    public Task AStatementThatDoesMore_OffersNoFix(string member) => CodeFixTest<BlockingWhileAttachedAnalyzer, AllowThreadsCodeFixProvider>.VerifyNoFixAsync(With(member));

    private static string With(string member) =>
        $$"""
        using System;
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using ExplicitContext.Runtime;
        using ManualResetEvent = System.Threading.ManualResetEvent;
        using Thread = System.Threading.Thread;
        class C
        {
            {{member}}
        }
        """;
}
