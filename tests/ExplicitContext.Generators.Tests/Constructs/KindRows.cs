using static ExplicitContext.Generators.Tests.Constructs.ConstructRow;
using static ExplicitContext.Generators.Tests.Constructs.Grade;

namespace ExplicitContext.Generators.Tests.Constructs;

/// <summary>Rows about members that are no methods: properties, indexers, operators, and what stands in extension blocks.</summary>
internal static class KindRows
{
    public static IReadOnlyList<ConstructRow> All =>
    [
        new ConstructRow(12, "C# 14 extension block, method", Rewritten,
            CSharp14 + "[PassContext] public static int M() => 2.N(3); } static partial class X { extension(int x) { public int N(int y) => x + y + Engine.Current.Next(); }",
            CSharp14 + "[PassContext] public static int M() => X.N(2, 3) + X.O(); } static partial class X { extension(int x) { public int N(int y) => x + y + Engine.Current.Next(); public static int O() => Engine.Current.Next(); }",
            CSharp14 + "[PassContext] public static int M() => string.N() + new List<string>().O(1); } static partial class X { extension(string) { public static int N() => Engine.Current.Next(); } extension<T>(List<T> x) where T : class { public int O<U>(U y) => x.Count + Engine.Current.Next(); }",
            CSharp14 + "[PassContext] public static int? M() => \"ab\".N()?.O(); } static partial class X { extension(string? x) { [PassContext] public string? N() { Engine.Current.Next(); return x; } } extension(string x) { public int O() => x.Length + Engine.Current.Next(); }"),
        new ConstructRow(13, "extension property", Rewritten,
            CSharp14 + "[PassContext] public static int M() => 2.P; } static partial class X { extension(int x) { public int P => x + Engine.Current.Next(); }",
            CSharp14 + "[PassContext] public static int M() => int.P + 1; } static partial class X { extension(int) { public static int P { get { return Engine.Current.Next(); } } }",
            CSharp14 + "public int f; [PassContext] public static int M() { var d = new Demo(); d.P = 2; d.P += 3; return d.f; } } static partial class X { extension(Demo d) { public int P { get => d.f; set => d.f = value + Engine.Current.Next(); } }"),
        new ConstructRow(17, "property getter and setter", Rewritten,
            "[PassContext] static int M() { P = 2; return f; } static int f; static int P { get => 0; set => f = value + Engine.Current.Next(); }",
            "[PassContext] static int M() { P = P + 1; return P; } static int f; public static int P { get { return f + Engine.Current.Next(); } private set { Engine.Current.Next(); f = value; } }",
            "[PassContext] static int M() { var s = new S(); s.P = 4; return s.f; } partial struct S { public int f; public int P { readonly get => f; set => f = value + Engine.Current.Next(); } }",
            "[PassContext] static string? M() { var d = new Demo(); d.P = null; Action<string> a = x => d.P = x; a(\"b\"); return d.P; } string? f; [System.Diagnostics.DebuggerBrowsable(0)] string? P { get => f; set => f = value + Engine.Current.Next(); }",
            "[PassContext] static int M() { var d = new Demo(); d.P = 3; ref var r = ref d.P; r += 2; d.P++; return d.P + d[0]; } int f; ref int P { get { Engine.Current.Next(); return ref f; } } ref readonly int this[int i] { get { Engine.Current.Next(); return ref f; } }",
            "[PassContext] static int M() { var d = new Demo(); d.P = d.P + 1; return d.P; } int f; internal partial int P { get; set; } internal partial int P { get => f + Engine.Current.Next(); set => f = value + Engine.Current.Next(); }",
            "[PassContext] static int M() { B b = new D(); b.P = 3; b.P += 1; return b.f; } abstract partial class B { public int f; public abstract int P { get; set; } } partial class D : B { public override int P { get => f; set => f = value + Engine.Current.Next(); } }",
            "[PassContext] static int M() { B b = new(); b.P = 2; b = new D(); b.P = b.P + 3; return b.P; } partial class B { public virtual int P { get; set; } } partial class D : B { public override int P { set => base.P = value + Engine.Current.Next(); } }",
            "[PassContext] static int M() { I i = new C(); i.P = 3; i.Q = 4; return new C { F = 2 }.F + i.P; } partial interface I { int P { get; set; } int Q { set; } } partial class C : I { public int F; public int P { get => F; set => F = value + Engine.Current.Next(); } int I.Q { set => F += value * Engine.Current.Next(); } }"),
        new ConstructRow(18, "property writes at call sites", Rewritten,
            "[PassContext] static int M() { var d = new Demo(); d.P++; --d.P; return d.f; } int f; int P { get => f; set => f = value + Engine.Current.Next(); }",
            "[PassContext] static int M() { var d = new Demo(); d.P -= 3 - 2; d.P *= d.P + 1; return d.f; } int f; int P { get => f + Engine.Current.Next(); set => f = value + Engine.Current.Next(); }",
            "[PassContext] static int M() { P += 2; P += P; return f; } static int f = 1; static int P { get => f + Engine.Current.Next(); set => f = value; }",
            "[PassContext] static string M() { var d = new Demo(); d.P += 'a' + \"b\"; return d.P; } string f = \"\"; string P { get => f; set => f = value + Engine.Current.Next(); }",
            "[PassContext] static int M() { var d = new Demo(); d.P |= AttributeTargets.Class | AttributeTargets.Enum; return (int)d.f; } AttributeTargets f; AttributeTargets P { get => f; set { f = value; Engine.Current.Next(); } }",
            CSharp14 + "[PassContext] static int M() { Demo? d = new Demo(), e = null; d?.P = 3; e?.P = N(); return d!.f; } static int N() => Engine.Current.Next(); int f; int P { get => f; set => f = value + Engine.Current.Next(); }"),
        new ConstructRow(19, "indexer", Rewritten,
            "[PassContext] static int M() => new Demo()[2] + new Demo()[1, \"a\"]; int this[int i] => i + Engine.Current.Next(); int this[int i, string s] { get { return i + Engine.Current.Next(); } }",
            "[PassContext] static int M() { var d = new Demo(); d[2] = 1; d[3] += 2; d[4]++; return d.f + (d[5] = 6); } int f; int this[int i] { get => i + f; set => f = value + Engine.Current.Next(); }",
            "[PassContext] static int? M() { Demo? d = new Demo { [1] = 2 }; d[2] ??= 3; (d[3], var x) = (4, 5); return d?[x]; } int? f; public int? this[int i] { get { Engine.Current.Next(); return f; } set { f = value; } }",
            "[PassContext] static int M() => new C<string>()[\"a\"] + new C<int>()[1, 2]; partial class C<T> { internal int this[params T[] all] => all.Length + Engine.Current.Next(); }",
            "[PassContext] static int M() { var d = new D(); d[1] = 2; return d[1] + new S()[2]; } partial class D { int f; [System.Runtime.CompilerServices.IndexerName(\"Entry\")] public int this[int i] { get => f + i; protected internal set => f = Engine.Current.Next(); } } readonly partial struct S { public int this[in int i] { get { var engine = Engine.Current; return i + engine.Next(); } } }",
            "[PassContext] static async Task<int> M() { var d = new Demo(); d[await N()] = await N(); await foreach (var x in d.O()) d[x] -= 1; return d[0]; } static async Task<int> N() { await Task.Yield(); return Engine.Current.Next(); } async IAsyncEnumerable<int> O() { yield return this[1]; await Task.Yield(); } int f; int this[int i] { get => i + f; set => f = value + Engine.Current.Next(); }"),
        new ConstructRow(20, "user-defined operators and conversions", Kept,
            "[PassContext] static int M() { _ = new Demo() + new Demo(); return Engine.Current.Depth; } public static Demo operator +(Demo a, Demo b) { Engine.Current.Next(); return a; }",
            "[PassContext] static int M() => (int)new Demo() + Engine.Current.Depth; public static explicit operator int(Demo a) => Engine.Current.Next();",
            "[PassContext] static int M() { if (new Demo()) return Engine.Current.Depth; return 0; } public static bool operator true(Demo a) => Engine.Current.Next() > 0; public static bool operator false(Demo a) => false;",
            CSharp14 + "[PassContext] static int M() { var d = new Demo(); d += 2; return d.f + Engine.Current.Depth; } int f; public void operator +=(int x) => f += x + Engine.Current.Next();",
            CSharp14 + "[PassContext] public static int M() => (new Demo() + 2) + Engine.Current.Depth; } static partial class X { extension(Demo) { public static int operator +(Demo d, int x) => x + Engine.Current.Next(); }"),
        new ConstructRow(64, "property uses that no call can take the place of", Kept,
            "[PassContext] static int M() => new Demo() is { P: 1 } ? Engine.Current.Depth : 0; int P => Engine.Current.Next();",
            "[PassContext] static int M() => new Demo { P = 1 } is null ? 0 : Engine.Current.Depth; int P { set => Engine.Current.Next(); }",
            "[PassContext] static int M() { switch (new Demo()) { case { P: > 0 }: return Engine.Current.Depth; default: return 0; } } int P => Engine.Current.Next();",
            "[PassContext] static int M() { var d = new Demo(); d.P ??= 3; return d.f + Engine.Current.Depth; } int f; int? P { get => null; set => f = Engine.Current.Next(); }",
            "[PassContext] static int M() { var d = new Demo(); (d.P, var y) = (1, 2); return d.f + y + Engine.Current.Depth; } int f; int P { set => f = value + Engine.Current.Next(); }",
            "[PassContext] static int M() { var d = new Demo(); var x = d.P = 3; d.Q += 1; N().P += 1; return d.f + x + Engine.Current.Depth; } static Demo N() => new(); int f; int P { get => 1; set => f = value + Engine.Current.Next(); } byte Q { get => 1; set => f = value + Engine.Current.Next(); }",
            "[PassContext] static int M() => new R(1) with { P = 3 } is null ? 0 : Engine.Current.Depth; partial record R(int X) { public int P { init => Engine.Current.Next(); } }",
            CSharp14 + "[PassContext] static int M() { Demo? d = new(); d?.P += 3; return d!.f + Engine.Current.Depth; } int f; int P { get => f; set => f = value + Engine.Current.Next(); }",
            CSharp14 + "[PassContext] static int M() { P = 3; return P + Engine.Current.Depth; } static int P { get; set => field = value + Engine.Current.Next(); }",
            CSharp14 + "[PassContext] static int M() => P + Engine.Current.Depth; static int P { get => field + Engine.Current.Next(); set; }"),
    ];
}
