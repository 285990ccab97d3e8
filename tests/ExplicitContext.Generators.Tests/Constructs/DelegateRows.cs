using static ExplicitContext.Generators.Tests.Constructs.ConstructRow;
using static ExplicitContext.Generators.Tests.Constructs.Grade;

namespace ExplicitContext.Generators.Tests.Constructs;

/// <summary>Rows about methods that become delegates.</summary>
internal static class DelegateRows
{
    public static IReadOnlyList<ConstructRow> All =>
    [
        new ConstructRow(53, "method group to delegate", Rewritten,
            "[PassContext] static int M() => K(V) + Engine.Current.Depth; static int K(Func<int> f) => f(); static int V() => Engine.Current.Next();",
            "[PassContext] static int M() => new[] { 1, 2 }.Select(V).Where(W).Sum() + Engine.Current.Depth; static int V(int x) => x + Engine.Current.Next(); static bool W(int x) => x > Engine.Current.Next() - 3;",
            "[PassContext] static int M() { Func<int> f = V; if (f != null) f = N; return f() + f.Invoke() + f?.Invoke() ?? 0; } static int V() => 1; static int N() => Engine.Current.Next();",
            "[PassContext] static int M() { var d = new Demo(); var x = new List<int> { 3, 1, 2 }; x.Sort(d.Compare); x.ForEach(d.Add); x.RemoveAll(Demo.Is<int>); return d.f * 10 + x.Count; } int f; int Compare(int a, int b) { Engine.Current.Next(); return b - a; } void Add(int x) => f += x * Engine.Current.Next(); static bool Is<T>(T x) => Engine.Current.Next() % 2 == 0;",
            "[PassContext] static string M() => string.Concat(new[] { \"a\", \"b\" }.Select(N)) + K(N, 3) + K(V, 3); static string N<T>(T x) => x + \"\" + Engine.Current.Next(); static string V(int x) => x + \"v\" + Engine.Current.Next(); static string K<T>(Func<T, string> f, T x) => f(x); static string K(Func<int, object> f, long x) => \"wrong\";",
            "delegate void D(ref int x, in int y, out int z); [PassContext] static int M() { var x = 1; D d = N; d(ref x, 2, out var z); K(N, ref x); return x * 100 + z; } static void K(D d, ref int x) { d?.Invoke(ref x, 5, out _); } static void N(ref int x, in int y, out int z) { x += y; z = x + Engine.Current.Next(); }",
            "[PassContext] static int M() { return L(V) + ((Func<int, int>)V)(2) + new Func<int, int>(V)(3); int L(Func<int, int> f) => f(1) + f(2); } static int V(int x) => x * Engine.Current.Next();",
            "[PassContext] static int M() => K(new Demo().N, \"a\".V) + new Demo().O(); int O() => K(N, X.V(\"b\").V) + K(this.N, null); int N(int engine) => engine + Engine.Current.Next(); static int K(Func<int, int> f, Func<int>? g) => f(1) + (g is null ? 0 : 1); } static partial class X { public static int V(this string s) => s.Length; public static string V(this int s) => \"x\";".Replace("new Demo().N, \"a\".V", "V, null", StringComparison.Ordinal).Replace("int O()", "static int V(int x) => x * Engine.Current.Next(); int O()", StringComparison.Ordinal).Replace("X.V(\"b\").V", "null", StringComparison.Ordinal),
            "[PassContext] static int M() => K(2.V) + K(X.V, 3); static int K(Func<int, int> f) => f(5); static int K(Func<int, int, int> f, int x) => f(x, 7); } static partial class X { public static int V(this int s, int x) => s * x + Engine.Current.Next();".Replace("K(2.V) + ", "", StringComparison.Ordinal),
            "[PassContext] static async Task<int> M() { Func<int, Task<int>> f = V; return await f(2) + await K(V); } static async Task<int> K(Func<int, Task<int>> f) { await Task.Yield(); return await f(3); } static async Task<int> V(int x) { await Task.Yield(); return x + Engine.Current.Next(); }"),
    ];

    /// <summary>Method groups that stay, since their delegates may be kept or compared, or since a lambda would be something else.</summary>
    public static IReadOnlyList<ConstructRow> Kept =>
    [
        new ConstructRow(53, "method group to a delegate that may be kept", Grade.Kept,
            "[PassContext] static int M() { E += V; E!(); E -= V; E?.Invoke(); return Engine.Current.Depth; } static event Action? E; static void V() => Engine.Current.Next();",
            "static Func<int>? f; [PassContext] static int M() { f = V; return f() + Engine.Current.Depth; } static int V() => Engine.Current.Next();",
            "[PassContext] static int M() => K(V) + Engine.Current.Depth; static Func<int>? f; static int K(Func<int> g) { f = g; return f(); } static int V() => Engine.Current.Next();",
            "[PassContext] static int M() { Func<int> f = V, g = V; return f == g ? f() + Engine.Current.Depth : -1; } static int V() => Engine.Current.Next();",
            "[PassContext] static int M() { var all = new List<Func<int>>(); all.Add(V); all.Remove(V); return all.Count + Engine.Current.Depth; } static int V() => Engine.Current.Next();".Replace("all.Remove(V);", "var x = all[0](); all.Remove(V);", StringComparison.Ordinal),
            "[PassContext] static int M() { var d = new Demo { f = 1 }; var x = Enumerable.Range(1, 2).Select(d.N); d = new Demo { f = 10 }; return x.Sum() + Engine.Current.Depth; } int f; int N(int x) => x * f + Engine.Current.Next();",
            "[PassContext] static int M() { var s = new S { f = 1 }; K(s.N); return s.f + Engine.Current.Depth; } static void K(Func<int> f) => f(); partial struct S { public int f; public int N() => f += Engine.Current.Next(); }",
            "[PassContext] static int M() => new D().O() + Engine.Current.Depth; partial class B { public virtual int N() => Engine.Current.Next(); } partial class D : B { public override int N() => 100; internal int O() => K(base.N); static int K(Func<int> f) => f(); }",
            "[PassContext] static int M() { Func<int> f = V; Func<int> g = () => f(); return g() + Engine.Current.Depth; } static int V() => Engine.Current.Next();",
            "[PassContext] static int M() { B b = new D(); return b.K(V) + Engine.Current.Depth; } static int V() => Engine.Current.Next(); class B { public virtual int K(Func<int> f) => f(); } class D : B { }"),
    ];
}
