using ExplicitContext.Analyzers.Threads;
using ExplicitContext.Testing;

namespace ExplicitContext.Analyzers.Tests.Threads;

/// <summary>Contexts of a thread and guarded members that stand in a library, in code that names none of their attributes.</summary>
public class LibraryTests
{
    private const string Library =
        """
        using ExplicitContext;
        [ContextType("thread")] public class Worker { public int Count; public void Step() => Count++; public Scope AllowThreads() => default; }
        public ref struct Scope { public void Dispose() { } }
        public class Base
        {
            protected object Sync { get; } = new();
            [GuardedBy("Sync")] protected int Total;
        }
        """;

    [Fact]
    public Task AStateAfterAnAwait_Triggers() => Verify<ThreadStateAfterAwaitAnalyzer>("class C { async System.Threading.Tasks.Task M(Worker worker) { await System.Threading.Tasks.Task.Yield(); [|worker|].Step(); } }");

    [Fact]
    public Task AStateOnAnotherThread_Triggers() => Verify<ThreadStateOnOtherThreadAnalyzer>("class C { void M(Worker worker) => System.Threading.Tasks.Task.Run(() => [|worker|].Step()); }");

    [Fact]
    public Task AStateWhileDetached_Triggers() => Verify<ThreadStateWhileDetachedAnalyzer>("class C { void M(Worker worker) { using (worker.AllowThreads()) [|worker|].Step(); } }");

    [Fact]
    public Task ABlockingCallInside_Triggers() => Verify<BlockingWhileAttachedAnalyzer>("class C { void M(Worker worker) => System.Threading.Thread.[|Sleep|](1); }");

    [Fact]
    public Task AGuardedMemberWithoutItsLock_Triggers() => Verify<GuardedWithoutLockAnalyzer>("class C : Base { void M() => [|Total|]++; void N() { lock (Sync) Total++; } }");

    private static Task Verify<TAnalyzer>(string source)
        where TAnalyzer : Microsoft.CodeAnalysis.Diagnostics.DiagnosticAnalyzer, new() =>
        AnalyzerTest<TAnalyzer>.VerifyAsync(new TestProject(source) { References = [.. TestCompilation.References, TestCompilation.Create(new CSharpSource(Library, "Library.cs")).ToMetadataReference()] });
}
