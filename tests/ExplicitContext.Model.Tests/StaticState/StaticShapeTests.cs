using ExplicitContext.Model.StaticState;

namespace ExplicitContext.Model.Tests.StaticState;

public sealed class StaticShapeTests
{
    [Theory]
    [InlineData("static int X;", StaticShape.AssignableField)]
    [InlineData("static volatile bool X;", StaticShape.AssignableField)]
    [InlineData("static string X = \"\";", StaticShape.AssignableField)]
    [InlineData("static Lazy<int> X = new(() => 1);", StaticShape.AssignableField)]
    [InlineData("public static int X { get; set; }", StaticShape.SettableProperty)]
    [InlineData("public static int X { get; private set; }", StaticShape.SettableProperty)]
    [InlineData("public static event Action? X;", StaticShape.Event)]
    [InlineData("[ThreadStatic] static int X;", StaticShape.ThreadStatic)]
    [InlineData("static readonly ThreadLocal<int> X = new();", StaticShape.ThreadLocal)]
    [InlineData("static readonly AsyncLocal<int> X = new();", StaticShape.AsyncLocal)]
    [InlineData("static readonly Lazy<int> X = new(() => 1);", StaticShape.Lazy)]
    [InlineData("public static readonly List<int> X = new();", StaticShape.ReadOnlyOfMutableType)]
    [InlineData("public static readonly int[] X = { 1, 2 }; static void M() => X[0] = 2;", StaticShape.ReadOnlyOfMutableType)]
    [InlineData("public static List<int> X { get; } = new();", StaticShape.ReadOnlyOfMutableType)]
    [InlineData("static readonly IList<int> X = new List<int>(); static void M() => X.Add(1);", StaticShape.ReadOnlyOfMutableType)]
    [InlineData("static readonly Random X = new();", StaticShape.ReadOnlyOfMutableType)]
    [InlineData("static readonly StringBuilder X = new();", StaticShape.ReadOnlyOfMutableType)]
    [InlineData("static readonly System.Net.Http.HttpClient X = new();", StaticShape.ReadOnlyOfMutableType)]
    [InlineData("static readonly ImmutableArray<List<int>> X = [new()];", StaticShape.ReadOnlyOfMutableType)]
    [InlineData("static readonly ReadOnlyCollection<StringBuilder> X = new([]);", StaticShape.ReadOnlyOfMutableType)]
    public void MutableMember_IsState(string member, StaticShape shape) => Assert.Equal(shape, Statics.Classify(member)?.Shape);

    [Theory]
    [InlineData("const int X = 1;")]
    [InlineData("int X;")]
    [InlineData("static int X() => 1;")]
    [InlineData("static int x; static int X { get => x; set => x = value; }")]
    [InlineData("static event Action X { add { } remove { } }")]
    [InlineData("static readonly int X = 1;")]
    [InlineData("static readonly string X = \"\";")]
    [InlineData("static readonly DateTime X = DateTime.UnixEpoch;")]
    [InlineData("static readonly Func<int> X = () => 1;")]
    [InlineData("static readonly Regex X = new(\"x\");")]
    [InlineData("static readonly Type X = typeof(int);")]
    [InlineData("static readonly Encoding X = Encoding.UTF8;")]
    [InlineData("static readonly object X = new();")]
    [InlineData("static readonly Lock X = new();")]
    [InlineData("static readonly StringComparer X = StringComparer.Ordinal;")]
    [InlineData("static readonly IComparer<string> X = StringComparer.Ordinal;")]
    [InlineData("public static readonly ImmutableArray<string> X = [];")]
    [InlineData("public static readonly FrozenSet<string> X = FrozenSet<string>.Empty;")]
    [InlineData("public static readonly ReadOnlyCollection<string> X = new([]);")]
    [InlineData("public static readonly IReadOnlyList<string> X = [\"a\"];")]
    [InlineData("public static readonly int[] X = [];")]
    [InlineData("public static readonly int[] X = Array.Empty<int>();")]
    [InlineData("public static readonly int[] X = new int[0];")]
    [InlineData("public static readonly (int, string) X = (1, \"\");")]
    [InlineData("[System.CodeDom.Compiler.GeneratedCode(\"t\", \"1\")] static int X;")]
    [InlineData("[System.Runtime.CompilerServices.CompilerGenerated] static int X;")]
    [InlineData("[AuditedStatic(Owner = \"core\", Reason = \"one console a process\", Until = \"2030-01-01\")] static int X;")]
    public void WhatCannotChange_IsNoState(string member) => Assert.Null(Statics.Classify(member));

    [Theory]
    [InlineData("[AuditedStatic(Owner = \"core\", Reason = \"one console a process\")] static int X;")]
    [InlineData("[AuditedStatic(Owner = \"core\", Reason = \" \", Until = \"2030-01-01\")] static int X;")]
    public void IncompleteAudit_IsState(string member) => Assert.NotNull(Statics.Classify(member));

    [Theory]
    [InlineData("static int At(int i) => X[i];")]
    [InlineData("static int Sum() { var sum = 0; foreach (var x in X) sum += x; return sum + X.Length; }")]
    [InlineData("static int Find() => Array.BinarySearch(X, 2) + X.Max();")]
    [InlineData("static string Name() => nameof(X);")]
    [InlineData("class Nested { static int At(int i) => C.X[i]; }")]
    [InlineData("static int At(bool b, int i) { var copy = b ? X : Array.Empty<int>(); return copy[i]; }")]
    public void PrivateTable_ThatIsOnlyRead_IsNoState_ButCounted(string use)
    {
        Assert.Null(Statics.Classify("private static readonly int[] X = { 1, 2 };" + use));
        Assert.True(Statics.IsHarmless("private static readonly int[] X = { 1, 2 };" + use));
    }

    [Theory]
    [InlineData("static void M() => X[0] = 1;")]
    [InlineData("static void M() => X[0]++;")]
    [InlineData("static void M() => Array.Resize(ref System.Runtime.CompilerServices.Unsafe.AsRef(in X), 3);")]
    [InlineData("static void M() { ref var first = ref X[0]; first = 2; }")]
    [InlineData("static int[] M() => X;")]
    [InlineData("static void M() { var copy = X; copy[0] = 1; }")]
    [InlineData("static ref int M() => ref X[0];")]
    [InlineData("static void M(int[] from) => Array.Copy(from, X, 2);")]
    [InlineData("static void M() => Array.Sort(X);")]
    [InlineData("class Nested { static void M() => X[0] = 1; }")]
    [InlineData("static int[]? copy; static void M() { copy = X; }")]
    public void PrivateTable_ThatIsChangedOrHandedOut_IsState(string use) =>
        Assert.NotNull(Statics.Classify("private static readonly int[] X = { 1, 2 };" + use));

    [Theory]
    [InlineData("record P(int A, string B);")]
    [InlineData("class P { public P(int a, string b) { A = a; } public int A { get; } public int B { get; init; } }")]
    [InlineData("class P { private int a; public P(int a, string b) { this.a = a; } public int A => a; }")]
    [InlineData("class P { public P(int a, string b) { A = a; } public int A { get; private set; } }")]
    [InlineData("class P(int a, string b) { public P? Next { get; } = null; public int Sum() => 1; }")]
    public void ReadOnlyOfTypeWhoseInstancesCannotChange_IsNoState(string type)
    {
        Assert.Null(Statics.Classify("public static readonly P X = new P(1, \"\");", type));
        Assert.True(Statics.IsHarmless("public static readonly P X = new P(1, \"\");", type));
    }

    [Theory]
    [InlineData("class P { public int A; }")]
    [InlineData("class P { public int A { get; set; } }")]
    [InlineData("class P { public event System.Action? Changed; }")]
    [InlineData("class P { private int a; public void Count() => a++; }")]
    [InlineData("class P { public int A { get; private set; } public void Count() => A++; }")]
    [InlineData("class P { public readonly List<int> All = new(); }")]
    [InlineData("class Q { public int A; } class P : Q { }")]
    [InlineData("class Q { public int A; } class P { public readonly Q Inner = new(); }")]
    [InlineData("struct Q { public List<int> All; } class P { public readonly Q Inner = default; }")]
    public void ReadOnlyOfTypeWhoseInstancesChange_IsState(string type) =>
        Assert.Equal(StaticShape.ReadOnlyOfMutableType, Statics.Classify("public static readonly P X = new P();", "static class Writer { static void Write(dynamic d) => d.A = 1; } " + type)?.Shape);

    [Fact]
    public void WhatTheInitialiserConstructs_CountsMoreThanTheDeclaredType()
    {
        const string Types = "interface I { } class Quiet : I { } class Loud : I { public int A; void M() => A++; }";

        Assert.Null(Statics.Classify("public static readonly I X = new Quiet();", Types));
        Assert.NotNull(Statics.Classify("public static readonly I X = new Loud();", Types));
    }
}
