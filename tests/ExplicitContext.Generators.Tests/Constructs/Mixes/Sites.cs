namespace ExplicitContext.Generators.Tests.Constructs.Mixes;

/// <summary>Expressions of type <c>int</c> that read the ambient, directly or in what they call; <c>@</c> before a name is replaced, so that two can stand in one class.</summary>
internal static class Sites
{
    public static IReadOnlyDictionary<string, (string Expression, string Members)> All { get; } = new Dictionary<string, (string, string)>
    {
        ["read"] = ("Engine.Current.Next()", ""),
        ["qualified read"] = ("(global::Sample.Engine.Current.Next() + Sample.Engine.Current.Depth)", ""),
        ["read in a pattern"] = ("(Engine.Current is { Depth: >= 0 } found ? found.Next() : 0)", ""),
        ["call"] = ("N(2)", "static int N(int x) => x + Engine.Current.Next();"),
        ["calls in calls"] = ("N(N(O()))", "static int N(int x) => x + Engine.Current.Next(); static int O() => Engine.Current.Depth;"),
        ["call with named arguments"] = ("N(y: Engine.Current.Next(), x: 5)", "static int N(int x, int y) => x - y + Engine.Current.Next();"),
        ["call with optional arguments"] = ("N(z: 1)", "static int N(int x = 2, int y = 3, int z = 4) => x + y * z + Engine.Current.Next();"),
        ["call of params"] = ("N(1, 2, 3)", "static int N(params int[] x) => x.Length + Engine.Current.Next();"),
        ["call with out"] = ("(N(out var got) + got)", "static int N(out int x) { x = Engine.Current.Next(); return x; }"),
        ["generic call"] = ("N<string>(\"ab\")", "static int N<T>(T x) where T : IComparable<T> => x.CompareTo(x) + Engine.Current.Next();"),
        ["instance call"] = ("new C().N(3)", "partial class C { internal int N(int x) => x + Engine.Current.Next(); }"),
        ["conditional access"] = ("(C.Make()?.Self()?.N(3) ?? 0)", "partial class C { internal static C? Make() => new(); internal C? Self() { Engine.Current.Next(); return this; } internal int N(int x) => x + Engine.Current.Next(); }"),
        ["property"] = ("(Q + new C().R)", "static int Q => Engine.Current.Next(); partial class C { internal int R { get { return Engine.Current.Next(); } } }"),
        ["recursion"] = ("N(3)", "static int N(int x) => x == 0 ? Engine.Current.Next() : O(x - 1); static int O(int x) => N(x);"),
        ["overload by hand"] = ("N(2)", "static int N(int x) => x + Engine.Current.Next(); static int N(Engine engine, int x) => x + engine.Next();"),
        ["lambda"] = ("((Func<int, int>)(x => x + Engine.Current.Next()))(2)", ""),
        ["interpolated string"] = ("$\"{Engine.Current.Next()}{N()}\".Length", "static string N() => $\"<{Engine.Current.Next()}>\";"),
        ["target-typed switch"] = ("(Engine.Current.Next() switch { 1 => N(), var x => x })", "static int N() => Engine.Current.Next();"),
        ["struct call"] = ("new C { X = 2 }.N()", "partial struct C { internal int X; internal readonly int N() => X + Engine.Current.Next(); }"),
        ["linq"] = ("new[] { 1, 2 }.Where(x => x < 9 + Engine.Current.Next()).Sum()", ""),
        ["nameof and typeof"] = ("(nameof(N).Length + typeof(Engine).Name.Length + N())", "static int N() => Engine.Current.Next();"),
        ["extension call"] = ("2.Plus(3)", ""),
        ["generic type"] = ("C<int>.N(2)", "partial class C<T> where T : struct { internal static int N(T x) => Engine.Current.Next(); }"),
        ["virtual call"] = ("((B)new D()).N(2)", "partial class B { internal virtual int N(int x) => x; } partial class D : B { internal override int N(int x) => base.N(x) + Engine.Current.Next(); }"),
        ["abstract property"] = ("((B)new D()).P", "abstract partial class B { internal abstract int P { get; } } partial class D : B { internal override int P => Engine.Current.Next(); }"),
        ["interface call"] = ("((I)new C()).N(2)", "partial interface I { int N(int x); } partial class C : I { public int N(int x) => x + Engine.Current.Next(); }"),
        ["explicit implementation"] = ("(((I)new C()).N(2) + ((I)new C()).P)", "partial interface I { int N(int x); int P { get; } } partial class C : I { int I.N(int x) => x + Engine.Current.Next(); int I.P => Engine.Current.Next(); }"),
        ["default implementation"] = ("((I)new C()).N(2)", "partial interface I { int N(int x) => x + Engine.Current.Next(); } class C : I { }"),
        ["static abstract call"] = ("K<C>()", "static int K<T>() where T : I => T.N(2); partial interface I { static abstract int N(int x); } partial class C : I { public static int N(int x) => x + Engine.Current.Next(); }"),
        ["hiding"] = ("(new D().N() + ((B)new D()).N())", "partial class B { internal int N() => Engine.Current.Next(); } partial class D : B { internal new int N() => Engine.Current.Next(); }"),
        ["overload group"] = ("(N(1) + N(\"a\") + N(1L))", "static int N(int x) => x + Engine.Current.Next(); static int N(string x) => x.Length; static int N(long x) => (int)x - Engine.Current.Next();"),
    };
}
