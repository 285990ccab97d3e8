using ExplicitContext.Analyzers.Ownership;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Analyzers.Tests.Ownership;

public class CrossingTests
{
    [Theory]
    [InlineData("var log = new List<int>(); interp.Run([|tstate => log.Add(1)|]);", "'log'")]
    [InlineData("interp.Run([|tstate => Own()|]);", "'this'")]
    [InlineData("var n = 1; var m = 2; interp.Call([|tstate => n + m + n|]);", "'n', 'm'")]
    [InlineData("var n = 1; interp.Call([|(tstate, x) => { int Local() => n; return x + Local(); }|], 1);", "'n'")]
    [InlineData("var n = 1; _ = interp.CallAsync([|tstate => new[] { 1 }.Select(x => x + n).Sum()|]);", "'n'")]
    [InlineData("_ = interp.RunAsync([|delegate { Own(); }|]);", "'this'")]
    [InlineData("var n = 1; _ = interp.ExecuteAsync([|async (inside, token) => { await System.Threading.Tasks.Task.Yield(); return n; }|]);", "'n'")]
    [InlineData("var n = 1; using var pool = interp.Runtime.CreatePool(); _ = pool.CallAsync([|tstate => n|]);", "'n'")]
    public Task RUN_19_AClosure_Triggers(string body, string names) => AnalyzerTest<CrossingAnalyzer>.VerifyAsync(
        With(body), DiagnosticSeverity.Error, $"This code runs in another interpreter, but captures {names}; make it static and hand over what it needs as an argument");

    [Theory]
    [InlineData("interp.Run(static tstate => Static());")]
    [InlineData("interp.Run(tstate => Static());")]
    [InlineData("interp.Run(Static1);")]
    [InlineData("const int n = 1; interp.Call(tstate => n);")]
    [InlineData("interp.Call((tstate, limit) => Enumerable.Range(0, limit).Where(x => x < limit).Select(x => { var y = x; return y + limit; }).Sum(), 3);")]
    [InlineData("interp.Call(static tstate => { var list = new List<int>(); void Add(int x) => list.Add(x); Add(1); return list.Count; });")]
    [InlineData("interp.Run(static tstate => { _ = Frozen; _ = Max; });")]
    [InlineData("var n = 1; Action<ThreadState> own = tstate => n++; own(null!);")]
    [InlineData("var n = 1; using (interp.Attach(out var inside)) n++;")]
    [InlineData("interp.Call(static (tstate, text) => text.Length, \"a\");")]
    [InlineData("queue.Put(tstate, 1); queue.Put(tstate, \"a\", TimeSpan.Zero); queue.TryPut(tstate, (1, ImmutableArray.Create(1)));")]
    [InlineData("interp.Prepare(\"name\", 5); interp.Call(static (tstate, list) => list.Value.Count, Shareable.Copy(new List<int>()));")]
    [InlineData("object any = 5; queue.Put(tstate, any); queue.Put(tstate, Shareable.Move(new MemoryStream()));")]
    [InlineData("interp.Run(Uses);")]
    [InlineData("interp.Run(static tstate => Audited++);")]
    [InlineData("IList<int> open = new List<int>(); queue.Put(tstate, open); interp.Call(static (tstate, f) => f(), new Func<int>(static () => 1));")]
    public Task SHR_17_WhatCapturesNothing_AndShareableValues_DoNotTrigger(string body) => AnalyzerTest<CrossingAnalyzer>.VerifyAsync(With(body));

    [Theory]
    [InlineData("interp.Run([|Own1|]);", "This code runs in another interpreter, but belongs to this instance, and 'Program' is not marked [Shareable]")]
    [InlineData("interp.Run([|new Program().Own1|]);", "This code runs in another interpreter, but belongs to an instance, and 'Program' is not marked [Shareable]")]
    public Task RUN_20_AMethodOfAnInstanceThatIsNotShareable_Triggers(string body, string message) =>
        AnalyzerTest<CrossingAnalyzer>.VerifyAsync(With(body), DiagnosticSeverity.Error, message);

    [Theory]
    [InlineData("interp.Run(static tstate => [|count|]++);", "'Program.count'")]
    [InlineData("interp.Call(static tstate => [|Cache|].Count);", "'Program.Cache'")]
    [InlineData("interp.Call(tstate => new[] { 1 }.Select(x => x + [|Program.count|]).Sum());", "'Program.count'")]
    public Task SHR_18_ALambdaThatUsesAStaticThatCanChange_TriggersAWarning(string body, string member) => AnalyzerTest<CrossingAnalyzer>.VerifyAsync(
        With(body), DiagnosticSeverity.Warning, $"This code runs in another interpreter, but uses {member}, which all interpreters share and which can change");

    [Theory]
    [InlineData("interp.Run(static (tstate, list) => { }, [|new List<int>()|]);", "'List<int>' can change; send an immutable collection, or a copy by Shareable.Copy")]
    [InlineData("queue.Put(tstate, [|new byte[1]|]);", "'byte[]' can change; send an immutable collection, or a copy by Shareable.Copy")]
    [InlineData("queue.TryPut([|new MemoryStream()|]);", "'MemoryStream' can change or belongs to one interpreter")]
    [InlineData("interp.Prepare(\"name\", [|(1, new Program())|]);", "'Program' is not marked [Shareable]")]
    public Task SHR_10_AValueThatIsNotShareable_TriggersAWarning(string body, string reason) => AnalyzerTest<CrossingAnalyzer>.VerifyAsync(
        With(body), DiagnosticSeverity.Warning, $"This value is sent to another interpreter, but {reason}");

    [Theory]
    [InlineData("interp.Prepare(new Dictionary<string, object?> { [\"a\"] = 1, [\"b\"] = [|new MemoryStream()|] });", "'MemoryStream' can change or belongs to one interpreter")]
    [InlineData("interp.Prepare(new Dictionary<string, object?> { { \"a\", [|new List<int>()|] } });", "'List<int>' can change; send an immutable collection, or a copy by Shareable.Copy")]
    [InlineData("var values = new Dictionary<string, object?> { [\"a\"] = [|new Program()|] }; interp.Prepare(values);", "'Program' is not marked [Shareable]")]
    public Task AValueInADictionaryThatIsPrepared_TriggersAWarning(string body, string reason) => AnalyzerTest<CrossingAnalyzer>.VerifyAsync(
        With(body), DiagnosticSeverity.Warning, $"This value is sent to another interpreter, but {reason}");

    [Theory]
    [InlineData("interp.Prepare(new Dictionary<string, object?> { [\"a\"] = 1, [\"b\"] = \"c\", [\"d\"] = null });")]
    [InlineData("IReadOnlyDictionary<string, object?> given = ImmutableDictionary<string, object?>.Empty; interp.Prepare(given);")]
    public Task ADictionaryOfShareableValues_DoesNotTrigger(string body) => AnalyzerTest<CrossingAnalyzer>.VerifyAsync(With(body));

    [Theory]
    [InlineData("interp.Run([|static async tstate => await System.Threading.Tasks.Task.Yield()|]);", "Run")]
    [InlineData("interp.Run([|static async (tstate, n) => { await System.Threading.Tasks.Task.Yield(); }|], 1);", "Run")]
    [InlineData("_ = interp.RunAsync([|static async tstate => await System.Threading.Tasks.Task.Yield()|]);", "RunAsync")]
    [InlineData("interp.Run([|Later|]);", "Run")]
    public Task RUN_30_AsynchronousCodeThatNobodyWaitsFor_TriggersAWarning(string body, string method) => AnalyzerTest<CrossingAnalyzer>.VerifyAsync(
        With(body), DiagnosticSeverity.Warning, $"This code is asynchronous, but '{method}' is inside only until its first await, and does not wait for the rest; use ExecuteAsync");

    [Fact]
    public Task AsynchronousCodeInExecuteAsync_DoesNotTrigger() => AnalyzerTest<CrossingAnalyzer>.VerifyAsync(
        With("_ = interp.ExecuteAsync(static async (inside, token) => await System.Threading.Tasks.Task.Yield());"));

    [Fact]
    public Task RUN_16_AResultThatIsNotShareable_TriggersAWarning() => AnalyzerTest<CrossingAnalyzer>.VerifyAsync(
        With("var list = [|interp.Call(static tstate => new List<int>())|];"),
        DiagnosticSeverity.Warning,
        "The result comes back to this interpreter, but 'List<int>' can change; send an immutable collection, or a copy by Shareable.Copy");

    [Fact]
    public Task MethodsOfTheSameNamesElsewhere_DoNotTrigger() => AnalyzerTest<CrossingAnalyzer>.VerifyAsync(
        """
        using System;
        class InterpreterState { public void Run(Action action) => action(); }
        class C { void M(InterpreterState interp) { var n = 0; interp.Run(() => n++); } }
        """);

    private static TestProject With(string body) =>
        $$"""
        using System;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.IO;
        using System.Linq;
        using ExplicitContext.Runtime;
        sealed class Program
        {
            private const int Max = 1;
            private static readonly ImmutableArray<int> Frozen = [1];
            private static int count;
            public static readonly List<int> Cache = [];

            void M(InterpreterState interp, ThreadState tstate, CrossQueue<object> queue)
            {
                {{body}}
            }

            void Own() => count++;
            void Own1(ThreadState tstate) => Own();
            [ExplicitContext.AuditedStatic(Owner = "me", Reason = "one counter", Until = "2099-12-31")] private static int Audited;
            static void Uses(ThreadState tstate) => count++;
            static void Static() { }
            static void Static1(ThreadState tstate) { }
            static async void Later(ThreadState tstate) => await System.Threading.Tasks.Task.Yield();
        }
        """;
}
