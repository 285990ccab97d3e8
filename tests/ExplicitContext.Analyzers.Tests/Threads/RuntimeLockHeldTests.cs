using ExplicitContext.Analyzers.Threads;
using ExplicitContext.Testing;

namespace ExplicitContext.Analyzers.Tests.Threads;

public class RuntimeLockHeldTests
{
    private const string World =
        """
        [RuntimeState] public sealed partial class Host
        {
            public readonly object Sync = new();
            public readonly Lock Small = new();
            [GuardedBy(nameof(Sync))] public List<Part> Parts { get; } = [];
        }
        [InterpreterState] public sealed class Part(Host host)
        {
            public Host Host { get; } = host;
            public readonly object Gate = new();
        }

        """;

    [Theory]
    [InlineData("static readonly object Gate = new(); void M(InterpreterState interp) { lock (Gate) interp.[|Run|](static tstate => { }); }")]
    [InlineData("static readonly object Gate = new(); void M(InterpreterState interp) { lock (Gate) { using (interp.[|Attach|](out var tstate)) { } } }")]
    [InlineData("static readonly Lock Gate = new(); int M(InterpreterState interp) { lock (Gate) return interp.[|Call|](static tstate => 1); }")]
    [InlineData("static readonly Lock Gate = new(); int M(InterpreterState interp) { using (Gate.EnterScope()) return interp.[|Call|](static tstate => 1); }")]
    [InlineData("static readonly object Gate = new(); void M(InterpreterView view) { lock (Gate) { if (view.[|TryAttach|](out var scope, out _)) scope.Dispose(); } }")]
    [InlineData("static readonly object Gate = new(); void M(ThreadState tstate) { lock (Gate) { using (tstate.[|AllowThreads|]()) { } } }")]
    [InlineData("static readonly object Gate = new(); void M(InterpreterState interp) { lock (Gate) interp.[|Close|](); }")]
    [InlineData("static readonly object Gate = new(); void M(InterpreterPool pool) { lock (Gate) pool.[|Run|](static tstate => { }); }")]
    [InlineData("void M(Host host, InterpreterState interp) { lock (host.Sync) interp.[|Run|](static tstate => { }); }")]
    [InlineData("void M(Host host, InterpreterState interp) { lock (host.Small) interp.[|Exec|](\"1\"); }")]
    [InlineData("void M(Host host, Part part) { lock (host.Sync) lock (part.[|Gate|]) { } }")]
    [InlineData("static readonly object Gate = new(); void M(List<InterpreterState> all) { lock (Gate) all.ForEach(interp => interp.[|Run|](static tstate => { })); }")]
    [InlineData("static readonly object Gate = new(); static void M<T>(InterpreterState interp, T x) { Local(); void Local() { lock (Gate) interp.[|Run|](static tstate => { }); } }")]
    [InlineData("static readonly object Gate = new(); async Task M(InterpreterState interp) { await Task.Yield(); lock (Gate) interp.[|Run|](static tstate => { }); }")]
    [InlineData("static readonly object Gate = new(); partial void P(InterpreterState i); partial void P(InterpreterState i) { lock (Gate) i.[|Run|](static tstate => { }); }")]
    [InlineData("static readonly SemaphoreSlim Gate = new(1); void M(InterpreterState interp) { Gate.Wait(); try { interp.[|Run|](static tstate => { }); } finally { Gate.Release(); } }")]
    [InlineData("static readonly Lock Gate = new(); void M(Inner part) { using (Gate.EnterScope()) using (part.Small.[|EnterScope|]()) { } } [ContextType(\"interpreter\")] public sealed class Inner { public readonly Lock Small = new(); }")]
    [InlineData("static readonly object Gate = new(); void M(InterpreterState i) { Local(i); static void Local(InterpreterState i) { lock (Gate) i.[|Run|](static tstate => { }); } }")]
    public Task AnInterpretersLockUnderALockOfTheProcess_Triggers(string members) => AnalyzerTest<RuntimeLockHeldAnalyzer>.VerifyAsync(With(members));

    [Fact]
    public Task InsideTheRuntimeState_TheLockOfThis_AndARequiredOne_Trigger() => AnalyzerTest<RuntimeLockHeldAnalyzer>.VerifyAsync(ThreadsWorld.Types(World +
        """
        public sealed partial class Host
        {
            public void M(InterpreterState interp) { lock (this) interp.[|Run|](static tstate => { }); }
            [Requires(nameof(Sync))] public void N(InterpreterState interp) => interp.[|Run|](static tstate => { });
        }
        """));

    [Fact]
    public Task TheMessage_NamesBoth() => AnalyzerTest<RuntimeLockHeldAnalyzer>.VerifyAsync(
        With("void M(Host host, InterpreterState interp) { lock (host.Sync) interp.[|Run|](static tstate => { }); }"),
        null,
        "'InterpreterState.Run' waits for an interpreter's lock while 'Host.Sync', a lock of the whole process, is held: leave that lock first");

    [Theory]
    [InlineData("readonly object own = new(); void M(InterpreterState interp) { lock (own) interp.Run(static tstate => { }); }")]
    [InlineData("static readonly object Gate = new(); void M(InterpreterState interp) { lock (Gate) { } interp.Run(static tstate => { }); }")]
    [InlineData("static readonly object Gate = new(); void M(InterpreterState interp) { lock (Gate) _ = interp.Id; }")]
    [InlineData("static readonly object Gate = new(); void M(InterpreterState interp) { lock (Gate) interp.RunAsync(static tstate => { }); }")]
    [InlineData("static readonly object Gate = new(); void M(InterpreterState interp) { lock (Gate) Task.Run(() => interp.Run(static tstate => { })); }")]
    [InlineData("static readonly object Gate = new(); void M(InterpreterState interp, ThreadState tstate) { lock (Gate) interp.Exec(tstate, \"1\"); }")]
    [InlineData("void M(Host host, Part part) { lock (part.Gate) lock (host.Sync) { } }")]
    [InlineData("void M(Host host, InterpreterState interp) { List<Part> parts; lock (host.Sync) parts = [.. host.Parts]; interp.Run(static tstate => { }); }")]
    [InlineData("void M(Host host, InterpreterState interp) { lock (host) { } }")]
    [InlineData("static readonly Dictionary<string, Job> Jobs = []; Job? M() { lock (Jobs) return Jobs.TryGetValue(\"a\", out var job) ? job : null; } [ContextType(\"thread\")] sealed class Job : IDisposable { public void Dispose() { } }")]
    [InlineData("static readonly object Gate = new(); void M(InterpreterState interp) { lock (Gate) Helper(interp); } void Helper(InterpreterState interp) => interp.Run(static tstate => { });")]
    [InlineData("static readonly object Gate = new(); void M(InterpreterState interp) { lock (Gate) { _ = interp.CallAsync(static tstate => 1); _ = interp.ExecuteAsync(static async (inside, token) => await Task.Yield()); } }")]
    [InlineData("static readonly SemaphoreSlim Gate = new(1); void M(InterpreterState interp) { Gate.Wait(); Gate.Release(); interp.Run(static tstate => { }); }")]
    public Task WhereNothingIsWaitedFor_DoesNotTrigger(string members) => AnalyzerTest<RuntimeLockHeldAnalyzer>.VerifyAsync(With(members));

    private static TestProject With(string members) => ThreadsWorld.Types(World + "partial class C { " + members + " }");
}
