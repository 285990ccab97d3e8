using static ExplicitContext.Generators.Tests.Constructs.ConstructRow;
using static ExplicitContext.Generators.Tests.Constructs.Grade;

namespace ExplicitContext.Generators.Tests.Constructs;

/// <summary>Rows about what an overload of the usual name would take, spoil or lose to others.</summary>
internal static class NameRows
{
    public static IReadOnlyList<ConstructRow> All =>
    [
        new ConstructRow(54, "natural type of the group", Renamed,
            "[PassContext] public static int M() => Engine.Current.Next(); static object F() { var f = M; return f; }",
            "[PassContext] public static int M() => Engine.Current.Next(); static Delegate F() => M;",
            "[PassContext] public static int M() => Engine.Current.Next(); static int F() => K(M); static int K(Delegate d) => d.Method.Name.Length;",
            "[PassContext] public static int M() => new D().N<int>(2) + new[] { 1 }.Select(x => new D().N(x)).Sum(); [PassContext] partial class B { public int N<T>(T x) => Engine.Current.Next(); } partial class D : B { public object F() { var f = base.N<string>; return f; } public int O(B? b) => b?.N(1) + base.N<int>(3) ?? 0; }",
            "[PassContext] public static int M() => new D().N(2) + ((B)new D()).N(3); [PassContext] abstract partial class B { public abstract int N(int x); } partial class D : B { public override int N(int x) => x + Engine.Current.Next(); static object F(B b) { var f = b.N; return f; } }",
            "[PassContext] public static int M() => ((I)new D()).N(2) + new D().N(1); [PassContext] internal partial interface I { int N(int x); } internal partial class D : I { public int N(int x) => x + Engine.Current.Next(); static object F(I i) { Delegate f = i.N; return f; } }"),
        new ConstructRow(58, "reflection by name", Renamed,
            "[PassContext] private static int M() => Engine.Current.Next(); public static object? F() => typeof(Demo).GetMethod(\"M\", System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic);",
            "[PassContext] private static int M() => Engine.Current.Next(); static object? F(System.Reflection.BindingFlags flags) => typeof(Demo).GetMethod(nameof(M), flags);",
            "[PassContext] private static int M() => Engine.Current.Next(); static object? F(Type type) => System.Reflection.IntrospectionExtensions.GetTypeInfo(type).GetDeclaredMethod(\"M\");",
            "[PassContext] public static int M() => Engine.Current.Next(); static bool F(System.Reflection.MethodInfo method) => method.Name == \"M\";",
            "[PassContext] public static int M() => Engine.Current.Next(); static int F(System.Reflection.MethodBase method) => method.Name switch { \"N\" or \"M\" => 1, _ => 0 };",
            "[PassContext] public static string M() => N(2) + F; static string F => typeof(Demo).GetMethod(\"N\", (System.Reflection.BindingFlags)60)!.ToString()!; [PassContext] static int N(int x) => x + Engine.Current.Next();",
            "[PassContext] public static string M() => N() + nameof(N) + O(); static int N() => Engine.Current.Next(); static string O([System.Runtime.CompilerServices.CallerMemberName] string x = \"\") => x; static object? F() => typeof(Demo).GetMethod(nameof(M), (System.Reflection.BindingFlags)60) ?? typeof(Demo).GetMethod(nameof(N), (System.Reflection.BindingFlags)60);"),
        new ConstructRow(71, "silent hijack", Renamed,
            "[PassContext] public static int M() => N(1); [PassContext] static int N(params object[] x) => x.Length + Engine.Current.Next(); static int Use(Engine e) => N(e, 2);",
            "[PassContext] public static int M() => N(1, 2); [PassContext] static int N<T>(T x, int y) => y + Engine.Current.Next(); [PassContext] static int N(int y) => y + Engine.Current.Next(); static int Use(Engine e) => N(e, 2);",
            "[PassContext] public static int M() => N(1); [PassContext] static int N(object x, object? y = null) => Engine.Current.Next(); static int Use(Engine e) => N(e, 2);",
            "[PassContext] public static int M() { var d = new Demo { P = 2 }; d.P = 3; d.P += d.GetP(1) + d.P; return d.P; } int p; [PassContext] int P { get => p + Engine.Current.Next(); set => p = value; } int GetP(object o) => 1; int Use(Engine e) => GetP(e);",
            "[PassContext] public static int M() => 2.N(3) + X.N(2, 4); } static partial class X { [PassContext] public static int N(this int x, object y, object? z = null) => x + Engine.Current.Next(); static int Use(Engine e) => 2.N(e, 3);"),
        new ConstructRow(72, "loud ambiguity", Renamed,
            "[PassContext] public static int M() => N(null, 2); [PassContext] static int N(string? s, object? x = null) => Engine.Current.Next(); static int O() => N(null, null);",
            "[PassContext] public static int M() => new Demo().N(null, 2); [PassContext] int N(string? s, object? x = null) => Engine.Current.Next(); int O() => N(null, null);",
            "[PassContext] public static int M() => C.N(null, 2); static int O() => C.N(null, null); static partial class C { [PassContext] public static int N(string? s, object? x = null) => Engine.Current.Next(); }",
            "[PassContext] public static int M() => N(2); static int N(int x) => x + Engine.Current.Next(); static int O() => Map(N); static int Map(Func<int, int> f) => 1; static int Map(Func<Engine, int, int> f) => 2;"),
        new ConstructRow(74, "member of a derived type that wins", Renamed,
            "[PassContext] public static int M() => new D().N(2) + Engine.Current.Depth; partial class B { public int N(int x) => x + Engine.Current.Next(); } partial class D : B { public int N(object o, int x) => 100; }",
            "[PassContext] public static int M() => new D().N(2) + Engine.Current.Depth; partial class B { public int N(int x) => x + Engine.Current.Next(); } class D : B { public int N(Engine o, long x) => 100; }",
            "[PassContext] public static int M() { D d = new(); return d.N() + Engine.Current.Depth; } partial class B { public int N() => Engine.Current.Next(); } class D : B { public int N(object o) => 100; }",
            "[PassContext] public static int M() => new D().O() + Engine.Current.Depth; partial class B { public int P => Engine.Current.Next(); } partial class D : B { public int GetP(object o) => 100; public int O() => P + this.P + base.P; }",
            "[PassContext] public static int M() => D.N(2) + D.O<string>(\"\") + Engine.Current.Depth; partial class B { public static int N(int x) => x + Engine.Current.Next(); public static int O<T>(T x) => Engine.Current.Next(); } partial class D : B { public static int N(object o, int x) => 100; public static int O<T>(object o, T x) => 100; }"),
    ];
}
