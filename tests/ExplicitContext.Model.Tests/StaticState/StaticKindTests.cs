using ExplicitContext.Model.StaticState;

namespace ExplicitContext.Model.Tests.StaticState;

public sealed class StaticKindTests
{
    [Theory]
    [InlineData("[ThreadStatic] static int X;", StaticKind.PerThread)]
    [InlineData("static readonly AsyncLocal<int> X = new();", StaticKind.PerThread)]
    [InlineData("static int X; static int M() => ++X;", StaticKind.Counter)]
    [InlineData("static int X; static int M() => Interlocked.Increment(ref X);", StaticKind.Counter)]
    [InlineData("static long X; static void M() => X += 2;", StaticKind.Counter)]
    [InlineData("static readonly Dictionary<string, int> X = new(); static void M() => X[\"a\"] = 1;", StaticKind.Cache)]
    [InlineData("static readonly ConcurrentDictionary<string, int> X = new(); static int M() => X.GetOrAdd(\"a\", 1);", StaticKind.Cache)]
    [InlineData("internal static readonly List<int> X = new();", StaticKind.Cache)]
    [InlineData("private static readonly StringBuilder[] X = { new() }; static StringBuilder[] M() => X;", StaticKind.Constant)]
    [InlineData("static int[] X = { 1, 2 }; static int M(int i) => X[i];", StaticKind.Constant)]
    [InlineData("static int[]? X; static C() { X = new[] { 1 }; }", StaticKind.Constant)]
    [InlineData("internal static int[] X = { 1, 2 };", StaticKind.Constant)]
    [InlineData("private static readonly byte[] X = new byte[4]; static void M(byte[] from) => Buffer.BlockCopy(from, 0, X, 0, 4);", StaticKind.Cache)]
    [InlineData("private static readonly int[] X = new int[8]; static void M(bool b, int i) { var copy = b ? X : null; copy![i] = 1; }", StaticKind.Cache)]
    [InlineData("static int[] X = { 1 }; static void M() => Array.Resize(ref X, 2);", StaticKind.Cache)]
    [InlineData("static bool? X; static bool M() { if (!X.HasValue) X = true; return X.Value; }", StaticKind.LazilyBuiltConstant)]
    [InlineData("static string? cachedX; static string? X; static string M() => X ??= cachedX + \"a\";", StaticKind.LazilyBuiltConstant)]
    [InlineData("static readonly Dictionary<string, int> X = new() { [\"a\"] = 1 }; static void M() => X.Remove(\"a\");", StaticKind.Cache)]
    [InlineData("internal static IFormatProvider? X { get; private set; } static void M(IFormatProvider x) => X = x;", StaticKind.Service)]
    [InlineData("static string X = \"a\"; static C() { Action later = () => X = \"b\"; later(); }", StaticKind.Variable)]
    [InlineData("static List<int>? X; static List<int> M() => X ??= new() { 1 };", StaticKind.LazilyBuiltConstant)]
    [InlineData("static string? X; static string M() { if (X == null) { X = \"a\"; } return X; }", StaticKind.LazilyBuiltConstant)]
    [InlineData("static string? X; static string M() { if (X is null) X = \"a\"; return X; }", StaticKind.LazilyBuiltConstant)]
    [InlineData("static readonly Lazy<string> X = new(() => \"\");", StaticKind.LazilyBuiltConstant)]
    [InlineData("static string X = \"a\";", StaticKind.Constant)]
    [InlineData("public static bool X { get; set; }", StaticKind.Configuration)]
    [InlineData("public static Func<int>? X;", StaticKind.Configuration)]
    [InlineData("public static event Action? X;", StaticKind.Configuration)]
    [InlineData("static IComparable? X; public static IComparable Other { get => X ??= 1; set => X = value; }", StaticKind.Configuration)]
    [InlineData("static readonly Random X = new();", StaticKind.Service)]
    [InlineData("static System.Net.Http.HttpClient? X; static void M() => X ??= new();", StaticKind.Service)]
    [InlineData("static bool X; static void M() => X = !X;", StaticKind.Variable)]
    [InlineData("static string? X; static void M(string x) => X = x;", StaticKind.Variable)]
    public void Kind_FollowsFromTypeAndUses(string members, StaticKind kind) => Assert.Equal(kind, Statics.Classify(members)?.Kind);

    [Theory]
    [InlineData("public static string ZERO = \"0\";", "ZERO", StaticKind.Constant)]
    [InlineData("public static int MAX_DEPTH = 8;", "MAX_DEPTH", StaticKind.Constant)]
    [InlineData("public static string NoSlot = \"-\";", "NoSlot", StaticKind.Constant)]
    [InlineData("public static int MAX_DEPTH = 8; static void M() => MAX_DEPTH = 9;", "MAX_DEPTH", StaticKind.Configuration)]
    [InlineData("public static int MAX_DEPTH = 8; class Other { static void M() => C.MAX_DEPTH = 9; }", "MAX_DEPTH", StaticKind.Configuration)]
    [InlineData("public static int MAX_DEPTH;", "MAX_DEPTH", StaticKind.Configuration)]
    [InlineData("public static int MAX_DEPTH { get; set; } = 8;", "MAX_DEPTH", StaticKind.Configuration)]
    [InlineData("public static int Depth = 8;", "Depth", StaticKind.Configuration)]
    public void PublicField_IsAConstantWhereItIsNamedSoAndNothingSetsIt(string members, string name, StaticKind kind) =>
        Assert.Equal(kind, Statics.Classify(members, memberName: name, typeModifiers: "public")?.Kind);

    [Theory]
    [InlineData("ParserOptions", StaticKind.Configuration)]
    [InlineData("TypeRegistry", StaticKind.Cache)]
    [InlineData("Evaluator", StaticKind.Service)]
    public void Kind_FollowsFromTheNameOfTheType(string name, StaticKind kind) =>
        Assert.Equal(kind, Statics.Classify($"public static readonly {name} X = new();", $"class {name} {{ public int A; public static void Set({name} it) => it.A = 1; }}")?.Kind);

    [Theory]
    [InlineData("private static readonly C X = new(); private C() { } int state; void M() => state++;")]
    [InlineData("private static C? X; private C() { } static C Instance => X ??= new(); int state; void M() => state++;")]
    [InlineData("private C() { } int state; void M() => state++; static class Holder { internal static readonly C X = new(); }")]
    [InlineData("private static readonly Lazy<C> X = new(() => new C()); private C() { } int state; void M() => state++;")]
    public void TheOneInstanceOfItsType_IsASingleton_AndAService(string members)
    {
        var state = Statics.Classify(members)!;

        Assert.True(state.IsSingleton);
        Assert.Equal(StaticKind.Service, state.Kind);
    }

    [Theory]
    [InlineData("public static readonly C X = new(); public int State; static void M() => X.State = 1;")]
    [InlineData("public static readonly C X = new(), Y = new(); private C() { } public int State; void M() => State = 1;")]
    [InlineData("public static C X { get; } = new(); int state; void M() => state++;")]
    public void OneInstanceAmongOthers_IsNoSingleton(string members) => Assert.False(Statics.Classify(members)!.IsSingleton);
}
