using System.Runtime.CompilerServices;
using System.Text;

namespace ExplicitContext.Runtime.Tests;

/// <summary>ISO-05 to ISO-09: what several interpreters use at once, and what one of them leaves.</summary>
public sealed class SharedTypeTests : IDisposable
{
    private static readonly Type[] Parameters =
    [
        typeof(bool), typeof(byte), typeof(sbyte), typeof(char), typeof(short), typeof(ushort), typeof(int), typeof(uint), typeof(long), typeof(ulong), typeof(nint), typeof(nuint),
        typeof(float), typeof(double), typeof(decimal), typeof(Half), typeof(Int128), typeof(UInt128), typeof(DateTime), typeof(DateOnly), typeof(TimeOnly), typeof(TimeSpan),
        typeof(Guid), typeof(Index), typeof(Range), typeof(Rune), typeof(string), typeof(object), typeof(Version), typeof(Uri), typeof(Type), typeof(Array),
    ];

    private readonly RuntimeState runtime = RuntimeState.Initialize();
    private readonly InterpreterState a;
    private readonly InterpreterState b;

    public SharedTypeTests()
    {
        a = runtime.CreateInterpreter();
        b = runtime.CreateInterpreter();
    }

    public void Dispose() => runtime.Dispose();

    [Fact]
    public void ISO_05_AValueMadeAndInternedByOne_IsGoodInTheOther_AfterTheFirstIsClosed()
    {
        a.Run(static tstate =>
        {
            var point = (3, string.Intern($"made in {tstate.Interp.Id}"));
            foreach (var other in tstate.Interp.Runtime.Interpreters.Where(other => other.Id.Value == 2)) other.Prepare("point", point);
        });
        a.Close();
        GC.Collect();
        GC.WaitForPendingFinalizers();

        b.Run(static tstate =>
        {
            Assert.True(tstate.Interp.Variables.TryGet(tstate, "point", out var value));
            var (x, name) = Assert.IsType<(int, string)>(value);
            Assert.Equal((3, "made in 1"), (x, name));
            Assert.Same(string.Intern("made in 1"), name);
        });
    }

    [Fact]
    public void ISO_06_WhatOneCreatesInTheRuntime_IsTheRuntimes_AndStaysWhenThatOneCloses()
    {
        var heard = new List<string>();
        var child = a.Enter(tstate =>
        {
            tstate.Interp.Runtime.AddAuditHook(each => heard.Add(each.Name));
            return tstate.Interp.Runtime.CreateInterpreter();
        });
        a.Close();
        heard.Clear();

        Assert.Equal([runtime.Main, b, child], runtime.Interpreters);
        Assert.Equal(3, child.Call(static tstate => tstate.Interp.Id.Value));
        child.Close();
        Assert.Equal(6, heard.Count);
    }

    [Fact]
    public void ISO_07_TwoInterpretersThatInitializeOneTypeAtOnce_OneThousandTimes_DoSoOnce_AndSeeNoHalfOfIt()
    {
        var types = (from first in Parameters from second in Parameters select typeof(Shared<,>).MakeGenericType(first, second)).ToArray();
        using var barrier = new Barrier(2);
        void InitializeAll(InterpreterState interp) => interp.Enter(_ =>
        {
            foreach (var type in types)
            {
                Assert.True(barrier.SignalAndWait(Harness.Patience));
                RuntimeHelpers.RunClassConstructor(type.TypeHandle);
                Assert.Equal(Ledger.Size, (int)type.GetField("Length")!.GetValue(null)!);
            }
        });

        Harness.InParallel(() => InitializeAll(a), () => InitializeAll(b));

        Assert.Equal(1024, types.Length);
        Assert.All(types, type => Assert.Equal(1, Ledger.Runs(type)));
    }

    [Fact]
    public void ISO_07_08_ASharedSlot_InitializedAndFinalizedByTwoAtOnce_OneThousandTimes_IsMadeAndDisposedOfOnceInEach()
    {
        var slot = new InterpreterSlot<Resource>(interp => new Resource(interp.Id.Value));
        using var barrier = new Barrier(2);
        var made = new Resource[2, 1000];
        void Cycle(int side)
        {
            for (var round = 0; round < 1000; round++)
            {
                var interp = runtime.CreateInterpreter();
                Assert.True(barrier.SignalAndWait(Harness.Patience));
                made[side, round] = interp.Enter(tstate => tstate.Interp.GetState(slot));
                Assert.Same(made[side, round], interp.Enter(tstate => tstate.Interp.GetState(slot)));
                Assert.Equal((interp.Id.Value, interp.Id.Value), (made[side, round].First, made[side, round].Last));
                Assert.True(barrier.SignalAndWait(Harness.Patience));
                Assert.True(interp.Close());
            }
        }

        Harness.InParallel(() => Cycle(0), () => Cycle(1));

        var all = made.Cast<Resource>().ToList();
        Assert.Equal(2000, all.Distinct().Count());
        Assert.All(all, resource => Assert.Equal(1, resource.Disposals));
        Assert.Equal([runtime.Main, a, b], runtime.Interpreters);
    }

    [Fact]
    public void ISO_09_WhateverOthersDoWithASharedSlot_OnesOwnStateStays()
    {
        var slot = new InterpreterSlot<Resource>(interp => new Resource(interp.Id.Value));
        var ofA = a.Enter(tstate => tstate.Interp.GetState(slot));
        for (var round = 0; round < 100; round++)
        {
            var other = runtime.CreateInterpreter();
            var ofOther = other.Enter(tstate => tstate.Interp.GetState(slot));
            other.Close();

            Assert.NotSame(ofA, ofOther);
            Assert.Equal((0, 1), (ofA.Disposals, ofOther.Disposals));
            Assert.Same(ofA, a.Enter(tstate => tstate.Interp.GetState(slot)));
        }

        a.Close();
        Assert.Equal(1, ofA.Disposals);
    }

    private sealed class Resource : IDisposable
    {
        private int disposals;

        public Resource(long owner)
        {
            First = owner;
            Thread.Yield();
            Last = owner;
        }

        public long First { get; }

        public long Last { get; }

        public int Disposals => Volatile.Read(ref disposals);

        public void Dispose() => Interlocked.Increment(ref disposals);
    }

    /// <summary>Counts static constructors.</summary>
    private static class Ledger
    {
        public const int Size = 4;

        private static readonly System.Collections.Concurrent.ConcurrentDictionary<Type, int> Counts = new();

        public static int Runs(Type type) => Counts[type];

        public static int Enter(Type type)
        {
            Counts.AddOrUpdate(type, 1, static (_, runs) => runs + 1);
            Thread.Yield();
            return Size;
        }
    }

    private static class Shared<TFirst, TSecond>
    {
        public static readonly int Length = Ledger.Enter(typeof(Shared<TFirst, TSecond>));
    }
}
