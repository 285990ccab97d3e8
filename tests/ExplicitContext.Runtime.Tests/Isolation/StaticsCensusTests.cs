using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ExplicitContext.Runtime.Tests;

/// <summary>ISO-10: which statics of an assembly its users share, and what the runtime does about it.</summary>
public sealed class StaticsCensusTests
{
    private static readonly StaticsCensus Census = StaticsCensus.Of(typeof(StaticsCensusTests).Assembly);

    [Theory]
    [InlineData(nameof(Specimens.Text), StaticVerdict.Safe)]
    [InlineData(nameof(Specimens.Number), StaticVerdict.Safe)]
    [InlineData(nameof(Specimens.Frozen), StaticVerdict.Safe)]
    [InlineData(nameof(Specimens.Array), StaticVerdict.Safe)]
    [InlineData(nameof(Specimens.Record), StaticVerdict.Safe)]
    [InlineData(nameof(Specimens.Cycle), StaticVerdict.Safe)]
    [InlineData(nameof(Specimens.Lock), StaticVerdict.Safe)]
    [InlineData(nameof(Specimens.Function), StaticVerdict.Safe)]
    [InlineData(nameof(Specimens.Audited), StaticVerdict.Safe)]
    [InlineData("onlyAtStart", StaticVerdict.SetOnce)]
    [InlineData(nameof(Specimens.Lazy), StaticVerdict.SetOnce)]
    [InlineData(nameof(Specimens.Assignable), StaticVerdict.SharedHazard)]
    [InlineData("assigned", StaticVerdict.SharedHazard)]
    [InlineData("handedOut", StaticVerdict.SharedHazard)]
    [InlineData(nameof(Specimens.Settable), StaticVerdict.SharedHazard)]
    [InlineData(nameof(Specimens.Event), StaticVerdict.SharedHazard)]
    [InlineData("list", StaticVerdict.SharedHazard)]
    [InlineData("elements", StaticVerdict.SharedHazard)]
    [InlineData("startedMutable", StaticVerdict.SharedHazard)]
    [InlineData("ofMutables", StaticVerdict.SharedHazard)]
    [InlineData("cycleOfMutables", StaticVerdict.SharedHazard)]
    [InlineData("partOfMutableCycle", StaticVerdict.SharedHazard)]
    [InlineData("openToOthers", StaticVerdict.SharedHazard)]
    [InlineData("baseOfMutable", StaticVerdict.SharedHazard)]
    [InlineData("baseOfUnchanging", StaticVerdict.Safe)]
    [InlineData("perThread", StaticVerdict.SharedHazard)]
    [InlineData("threadLocal", StaticVerdict.SharedHazard)]
    [InlineData("asyncLocal", StaticVerdict.SharedHazard)]
    [InlineData("lazyList", StaticVerdict.SharedHazard)]
    [InlineData("incompletelyAudited", StaticVerdict.SharedHazard)]
    public void ISO_10_TheVerdictOnEachKindOfStatic(string name, StaticVerdict verdict)
    {
        var found = Assert.Single(Census.Fields, field => field.TypeName == typeof(Specimens).FullName && field.Name == name);

        Assert.True(found.Verdict == verdict, found.ToString());
        Assert.EndsWith(".", found.Reason);
    }

    [Fact]
    public void ISO_10_EveryStaticIsListed_ButConstants()
    {
        var listed = Census.Fields.Where(field => field.TypeName == typeof(Specimens).FullName).Select(field => field.Name).ToList();

        Assert.Equal(30, listed.Count);
        Assert.DoesNotContain("Constant", listed);
        Assert.True(Census.IsComplete);
    }

    [Fact]
    public void ISO_10_AStaticOfAGenericType_ThatIsAssignedByAnotherType_IsFound()
    {
        GenericSpecimens<int>.Assign(1);
        var fields = Census.Fields.Where(field => field.TypeName == typeof(GenericSpecimens<>).FullName).ToDictionary(field => field.Name, field => field.Verdict);

        Assert.Equal((StaticVerdict.SharedHazard, StaticVerdict.SetOnce), (fields["counter"], fields["atStart"]));
    }

    [Fact]
    public void ISO_10_TheCensusOfTheRuntimeItself_FindsNoHazard()
    {
        var census = StaticsCensus.Of(typeof(RuntimeState).Assembly);

        Assert.Empty(census.Hazards.Select(field => field.ToString()));
        Assert.Contains("attached", Assert.Single(census.Fields, field => field.Reason.Contains("answers for it")).Name);
        Assert.Equal("ExplicitContext.Runtime", census.AssemblyName);
    }

    [Theory]
    [InlineData(typeof(Assert))]
    [InlineData(typeof(object))]
    [InlineData(typeof(Enumerable))]
    [InlineData(typeof(System.Text.RegularExpressions.Regex))]
    public void ISO_10_AnAssemblyOfOthers_HasACensusToo(Type type)
    {
        var census = StaticsCensus.Of(type.Assembly);

        Assert.NotEmpty(census.Fields);
        Assert.All(census.Fields, field => Assert.NotEmpty(field.Reason));
    }

    [Fact]
    public void ISO_10_AnAssemblyWithHazards_IsAComponentThatASecondInterpreterIsRefused()
    {
        var hazardous = Component.Of(typeof(StaticsCensusTests).Assembly);
        var harmless = Component.Of(typeof(RuntimeState).Assembly);
        Assert.Equal(("ExplicitContext.Runtime.Tests", true), (hazardous.Name, hazardous.IsSingleInstance));
        Assert.False(harmless.IsSingleInstance);

        using var runtime = RuntimeState.Initialize();
        var a = runtime.CreateInterpreter();
        var b = runtime.CreateInterpreter();
        foreach (var interp in new[] { a, b }) interp.Enter(tstate => interp.Use(tstate, harmless));
        a.Enter(tstate => a.Use(tstate, hazardous));
        Assert.Contains("'ExplicitContext.Runtime.Tests'", b.Enter(tstate => Assert.Throws<ComponentConflictException>(() => b.Use(tstate, hazardous))).Message);
    }

#pragma warning disable CA1823, CS0067, CS0169, CS0414, CA2211, CA2019, IDE0051, IDE0052, CS0649
    private static class Specimens
    {
        public const string Constant = "";
        public static readonly string Text = "";
        public static readonly int Number = 1;
        public static readonly FrozenDictionary<string, int> Frozen = FrozenDictionary<string, int>.Empty;
        public static readonly ImmutableArray<Point> Array = [];
        public static readonly Point Record = new(1, "");
        public static readonly Node Cycle = new(null, null);
        public static readonly object Lock = new();
        public static readonly Func<int> Function = static () => 1;
        [AuditedStatic(Owner = "tests", Reason = "a specimen", Until = "2099-12-31")]
        public static int Audited;
        public static readonly Lazy<string> Lazy = new(static () => "");
        public static int Assignable;
        private static readonly int[] elements = [];
        private static readonly List<int> list = [];
        private static readonly ImmutableArray<List<int>> ofMutables = [];
        private static readonly MutableNode cycleOfMutables = new();
        private static readonly PartOfMutableCycle partOfMutableCycle = new(null);
        private static readonly Attribute openToOthers = new ObsoleteAttribute();
        private static readonly Open<int> baseOfMutable = new ChangingLeaf<int>();
        private static readonly Closed baseOfUnchanging = new Leaf(1);
        private static readonly ThreadLocal<int> threadLocal = new();
        private static readonly AsyncLocal<int> asyncLocal = new();
        private static readonly Lazy<List<int>> lazyList = new();
        private static string onlyAtStart = "";
        private static List<int> startedMutable = [];
        private static int assigned;
        private static int handedOut;
        [AuditedStatic(Owner = "tests")]
        private static int incompletelyAudited;
        [ThreadStatic]
        private static int perThread;

        public static event Action? Event;

        public static int Settable { get; set; }

        public static int Change() => ++assigned + Interlocked.Increment(ref handedOut) + ++incompletelyAudited;

        public sealed record Point(int X, string Name);

        public sealed record Node(Node? Next, Point? Value);

        public sealed class MutableNode
        {
            public readonly PartOfMutableCycle? Part;
            public int Value;
        }

        public sealed record PartOfMutableCycle(MutableNode? Whole);

        public abstract class Open<T>;

        public sealed class ChangingLeaf<T> : Open<T>
        {
            public int Value;
        }

        public abstract class Closed;

        public sealed class Leaf(int value) : Closed
        {
            public int Value { get; } = value;
        }
    }

    private static class GenericSpecimens<T>
    {
        private static readonly object Key = new();
        private static T? counter;
        private static string atStart = "";

        public static void Assign(T value)
        {
            lock (Key) counter = value;
        }
    }
#pragma warning restore CA1823, CS0067, CS0169, CS0414, CA2211, CA2019, IDE0051, IDE0052, CS0649
}
