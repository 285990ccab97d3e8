using ExplicitContext.Analyzers.Threads;
using ExplicitContext.Testing;

namespace ExplicitContext.Analyzers.Tests.Threads;

public class GuardedWithoutLockTests
{
    private const string Fields =
        """
        private readonly object sync = new();
        private readonly object other = new();
        [GuardedBy(nameof(sync))] private int count;
        [GuardedBy("sync")] private readonly List<int> items = [1];
        [GuardedBy("this")] private int own;
        [GuardedBy("sync")] private volatile bool flag;
        [GuardedBy("atomic")] private int atomic;
        [GuardedBy("the own thread")] private int mine;
        [Requires("sync")] private void Locked() => count++;
        [Requires("sync")] private int LockedCount => count;

        """;

    [Theory]
    [InlineData("void M() => [|count|]++;")]
    [InlineData("int M() => [|items|].Count;")]
    [InlineData("void M() => [|own|]++;")]
    [InlineData("void M() => [|flag|] = true;")]
    [InlineData("void M() { lock (other) [|count|]++; }")]
    [InlineData("void M() { lock (sync) count++; [|count|]++; }")]
    [InlineData("void M() { lock (this) [|count|]++; }")]
    [InlineData("void M() { lock (sync) [|own|]++; }")]
    [InlineData("void M(C c) { lock (sync) [|c.count|]++; }")]
    [InlineData("void M(C c) { lock (c.sync) [|count|]++; }")]
    [InlineData("void M(C c) { lock (c) [|own|]++; }")]
    [InlineData("void M() => [|Locked()|];")]
    [InlineData("int M() => [|LockedCount|];")]
    [InlineData("int M() { try { lock (sync) count++; } finally { [|count|] = 0; } return 0; }")]
    [InlineData("void M(bool b) { if (b) Monitor.Enter(sync); [|count|]++; }")]
    [InlineData("void M() { lock (sync) Task.Run(() => [|count|]++); }")]
    [InlineData("void M(List<int> l) => l.ForEach(i => [|count|] += i);")]
    [InlineData("void M() { Local(); void Local() => [|count|]++; }")]
    [InlineData("int P { get => [|count|]; set { lock (sync) count = value; } }")]
    [InlineData("async Task M() { lock (sync) count++; await Task.Yield(); [|count|]++; }")]
    [InlineData("partial void Part(); partial void Part() => [|count|]++;")]
    [InlineData("static void M(C c) => [|c.count|]++;")]
    [InlineData("void M(C c) { Local(c); static void Local(C c) => [|c.count|]++; }")]
    [InlineData("void M() => Monitor.Exit([|count|] > 0 ? sync : other);")]
    [InlineData("void M() { lock (sync) Local(); Local(); void Local() => [|count|]++; }")]
    public Task AUseWithoutItsLock_Triggers(string members) => AnalyzerTest<GuardedWithoutLockAnalyzer>.VerifyAsync(ThreadsWorld.With(Fields + members));

    [Theory]
    [InlineData("void M() { lock (sync) count++; }")]
    [InlineData("void M() { lock (sync) { lock (other) { count++; items.Add(1); Locked(); _ = LockedCount; } } }")]
    [InlineData("void M() { lock (this) own++; }")]
    [InlineData("void M(C c) { lock (c.sync) c.count++; lock (c) c.own++; }")]
    [InlineData("void M() { Monitor.Enter(sync); try { count++; } finally { Monitor.Exit(sync); } }")]
    [InlineData("bool M() => flag;")]
    [InlineData("int M() => Volatile.Read(ref count);")]
    [InlineData("void M() { atomic++; mine++; }")]
    [InlineData("[Requires(nameof(sync))] void M() => count++;")]
    [InlineData("C() { count = 1; items.Add(2); own = 3; }")]
    [InlineData("static C Make() { var made = new C(); made.count = 1; return made; }")]
    [InlineData("static C Make() => new() { count = 1 };")]
    [InlineData("string M() => nameof(count);")]
    [InlineData("void M() { lock (sync) items.ForEach(i => count += i); }")]
    [InlineData("void M() { lock (sync) Local(); void Local() => count++; }")]
    [InlineData("Action M() => () => count++;")]
    [InlineData("int M() => new Func<C, int>(static c => { lock (c.other) return c.count; })(this);")]
    [InlineData("void M() { var gate = sync; lock (gate) count++; }")]
    [InlineData("int M() { lock (sync) { if (count > 0) return count; foreach (var i in items) count += i; return items.Count; } }")]
    [InlineData("void M() { lock (sync) { try { count++; } catch (IOException) { count = 0; } finally { count--; } } }")]
    [InlineData("[GuardedBy(\"set once\")] int once; [GuardedBy(\"whoever builds it\")] int built; void M() { once++; built++; }")]
    [InlineData("Action M() { return Local; void Local() => count++; }")]
    [InlineData("int own1 = 1; readonly Func<C, int> first = static c => c.own1; void M(C c) { lock (c) { c.own = own1; } }")]
    public Task AUseUnderItsLock_DoesNotTrigger(string members) => AnalyzerTest<GuardedWithoutLockAnalyzer>.VerifyAsync(ThreadsWorld.With(Fields + members));

    [Theory]
    [InlineData("Lock", "lock (sync) count++;")]
    [InlineData("Lock", "using (sync.EnterScope()) count++;")]
    [InlineData("Lock", "using var scope = sync.EnterScope(); count++;")]
    [InlineData("Lock", "sync.Enter(); try { count++; } finally { sync.Exit(); }")]
    [InlineData("Lock", "lock (sync) { new List<int>().ForEach(i => count++); } [|count|]++;")]
    [InlineData("Lock", "using (sync.EnterScope()) count++; [|count|]++;")]
    [InlineData("SemaphoreSlim", "sync.Wait(); try { count++; } finally { sync.Release(); } [|count|]++;")]
    [InlineData("ReaderWriterLockSlim", "sync.EnterWriteLock(); try { count++; } finally { sync.ExitWriteLock(); }")]
    [InlineData("Small", "using (sync.Enter()) count++; [|count|]++;")]
    [InlineData("Small", "using (sync.Enter()) { if (count > 1) return; } [|count|]++;")]
    [InlineData("Protocol", "count++;")]
    public Task EachKindOfLock_IsKnown(string type, string body) => AnalyzerTest<GuardedWithoutLockAnalyzer>.VerifyAsync(ThreadsWorld.With(
        $$"""
        private {{type}} sync = null!;
        [GuardedBy(nameof(sync))] private int count;
        void M() { {{body}} }
        sealed class Small { public Scope Enter() => default; public ref struct Scope { public void Dispose() { } } }
        sealed class Protocol { public bool Enter(int timeout) => true; public void Exit() { } }
        """));

    [Fact]
    public Task WhatOverridesAMemberThatRequires_HoldsTheLock() => AnalyzerTest<GuardedWithoutLockAnalyzer>.VerifyAsync(ThreadsWorld.Types(
        """
        abstract class Base<T>
        {
            protected object Sync { get; } = new();
            [GuardedBy(nameof(Sync))] protected List<T> Items { get; } = [];
            [Requires(nameof(Sync))] protected abstract int Count { get; }
            [Requires(nameof(Sync))] protected abstract void Clear();
            public int Read() { lock (Sync) return Count; }
            public int Wrong() => [|Count|];
        }
        sealed class Derived : Base<int>
        {
            protected override int Count => Items.Count;
            protected override void Clear() => Items.Clear();
            public void Wrong2() => [|Items|].Clear();
            public void Wrong3() => [|Clear()|];
            public void Right() { lock (Sync) Clear(); }
        }
        """));

    [Fact]
    public Task AStaticLock_GuardsStaticAndInstanceMembers() => AnalyzerTest<GuardedWithoutLockAnalyzer>.VerifyAsync(ThreadsWorld.Types(
        """
        class C
        {
            private static readonly object Gate = new();
            [GuardedBy(nameof(Gate))] private static int all;
            [GuardedBy(nameof(Gate))] private int own;
            static C() => all = 1;
            void M() { lock (Gate) { all++; own++; } [|all|]++; [|own|]++; }
            static void N(C c) { lock (C.Gate) { C.all++; c.own++; } }
        }
        """));

    [Fact]
    public Task ALockThatIsNoMember_IsReportedAtTheAttribute() => AnalyzerTest<GuardedWithoutLockAnalyzer>.VerifyAsync(
        ThreadsWorld.With("[[|GuardedBy(\"synk\")|]] int count; [[|Requires(\"nothing\")|]] void M() => count++;"),
        null,
        "'count' is guarded by 'synk', which is no field or property of 'C': name the lock",
        "'M' requires 'nothing', which is no field or property of 'C': name the lock");

    [Fact]
    public Task TheMessage_SaysWhatToDo() => AnalyzerTest<GuardedWithoutLockAnalyzer>.VerifyAsync(
        ThreadsWorld.With(Fields + "void M() { [|count|]++; [|Locked()|]; }"),
        null,
        "'count' is guarded by 'sync', which is not held here: take it, or mark the member around with [Requires]",
        "'Locked' requires 'sync', which is not held here: take it, or mark the member around with [Requires]");
}
