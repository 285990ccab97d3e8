using static ExplicitContext.Generators.Tests.Constructs.ConstructRow;
using static ExplicitContext.Generators.Tests.Constructs.Grade;

namespace ExplicitContext.Generators.Tests.Constructs;

/// <summary>Rows about members that must take the context together, where nobody outside can override or implement them.</summary>
internal static class FamilyRows
{
    public static IReadOnlyList<ConstructRow> All =>
    [
        new ConstructRow(28, "virtual, override and abstract", Rewritten,
            "[PassContext] static int M() => new D().N() + Engine.Current.Depth; partial class B { public virtual int N() => 0; } partial class D : B { public override int N() => Engine.Current.Next(); }",
            "[PassContext] static int M() { B b = new D(); return b.N() + Engine.Current.Depth; } abstract partial class B { public abstract int N(); } partial class D : B { public override int N() => Engine.Current.Next(); }",
            "[PassContext] static int M() => new B().N() + Engine.Current.Depth; partial class B { public virtual int N() => Engine.Current.Next(); }",
            "[PassContext] static int M() { var sum = 0; foreach (var b in new B[] { new B(), new D(), new E(), new F() }) sum += b.N(2); return sum; } partial class B { public virtual int N(int x) => x + Engine.Current.Next(); } partial class D : B { public override int N(int x) => 7 * x; } partial class E : D { public sealed override int N(int x) => base.N(x) + Engine.Current.Next(); } partial class F : B { }",
            "[PassContext] static int M() { B b = new D(); return b.P + b.Q; } abstract partial class B { protected internal abstract int P { get; } protected abstract int R { get; } internal int Q => R; } partial class D : B { protected internal override int P => Engine.Current.Next(); protected override int R { get { return Engine.Current.Next(); } } }",
            "[PassContext] static int M() { B b = new D(); return b.P + new D2().P; } abstract partial class B { public abstract int P { get; } } partial class D : B { public override int P => Engine.Current.Next(); } partial class D2 : B { public override int P { get; } = 4; }",
            "[PassContext] static async Task<int> M() { B b = new D(); return await b.N<string>(\"a\") + await new B().N(2); } partial class B { public virtual async Task<int> N<T>(T x) where T : notnull { await Task.Yield(); return Engine.Current.Next(); } } partial class D : B { public override Task<int> N<T>(T x) => Task.FromResult(x.ToString()!.Length); }",
            "static int M() => new D().N() + Engine.Current.Depth; abstract partial class B { [PassContext] public abstract int N(); } partial class D : B { public override int N() => Engine.Current.Next(); [PassContext] public static int O(B b) => b.N(); }".Replace("static int M()", "[PassContext] static int M()", StringComparison.Ordinal)),
        new ConstructRow(29, "interface member", Rewritten,
            "[PassContext] static int M() { I i = new C(); return i.N() + Engine.Current.Depth; } partial interface I { int N(); } partial class C : I { public int N() => Engine.Current.Next(); }",
            "[PassContext] static int M() { I i = new C(); return i.P + Engine.Current.Depth; } partial interface I { int P { get; } } partial class C : I { public int P => Engine.Current.Next(); }",
            "[PassContext] static int M() { I i = new C(); return i.N() + Engine.Current.Depth; } partial interface I { int N() => Engine.Current.Next(); } class C : I { }",
            "[PassContext] static int M() => K<int>(new C(), 2) + K<string>(new S(), \"a\") + K<int>(new E(), 3); static int K<T>(I<T> i, T x) => i.N(x); partial interface I<T> { int N(T x); } partial class C : I<int> { public virtual int N(int x) => x + Engine.Current.Next(); } partial class E : C { public override int N(int x) => x; } partial struct S : I<string> { public int N(string x) => x.Length; }",
            "[PassContext] static int M() { I i = new X(); return i.N() + new X().N(); } } internal partial interface I { int N(); } public partial class X : I { public int N() => Engine.Current.Next();",
            "[PassContext] static int M() { I i = new D(); return i.N(); } partial interface I { int N(); } partial class B { public int N() => Engine.Current.Next(); } partial class D : B, I { }"),
        new ConstructRow(30, "explicit interface implementation", Rewritten,
            "[PassContext] static int M() { I i = new C(); return i.N() + Engine.Current.Depth; } partial interface I { int N(); } partial class C : I { int I.N() => Engine.Current.Next(); }",
            "[PassContext] static int M() { I i = new C(); return i.P + Engine.Current.Depth; } partial interface I { int P { get; } } partial class C : I { int I.P => Engine.Current.Next(); }",
            "[PassContext] static int M() => K(new C()) + Engine.Current.Depth; static int K<T>(T t) where T : I => t.N() + Engine.Current.Depth; partial interface I { int N(); } partial class C : I { int I.N() => Engine.Current.Next(); }",
            "[PassContext] static int M() { var s = new S(); I i = s; return i.N() + i.N() + K(ref s) + K(ref s); } static int K<T>(ref T t) where T : I => t.N(); partial interface I { int N(); } partial struct S : I { int x; int I.N() => ++x; } partial class C : I { int I.N() => Engine.Current.Next(); } [PassContext] static int O(I i) => i.N() + Engine.Current.Next();".Replace("var s", "Engine.Current.Next(); var s", StringComparison.Ordinal),
            "[PassContext] static int M() { J j = new C(); I i = j; return i.N() + i.N(); } partial interface I { int N(); } partial interface J : I { int I.N() => Engine.Current.Next(); } class C : J { }"),
        new ConstructRow(31, "static abstract interface member", Rewritten,
            "[PassContext] static int M() => K<C>() + Engine.Current.Depth; static int K<T>() where T : I => T.N() + Engine.Current.Depth; partial interface I { static abstract int N(); } partial class C : I { public static int N() => Engine.Current.Next(); }",
            "[PassContext] static int M() => K<C>() + Engine.Current.Depth; static int K<T>() where T : I => T.N() + Engine.Current.Depth; partial interface I { static virtual int N() => Engine.Current.Next(); } class C : I { }",
            "[PassContext] static int M() => K<C>() + Engine.Current.Depth; static int K<T>() where T : I => T.P + Engine.Current.Depth; partial interface I { static abstract int P { get; } } partial class C : I { public static int P => Engine.Current.Next(); }",
            "[PassContext] static int M() => K<C>() + K<D>(); static int K<T>() where T : I => T.N(2); partial interface I { static virtual int N(int x) => x; } partial class C : I { static int I.N(int x) => x + Engine.Current.Next(); } class D : I { }"),
        new ConstructRow(32, "covariant returns, new hiding", Rewritten,
            "[PassContext] static int M() { B b = new D(); return b.N().X + new D().N().Y; } partial class R { public int X = 1; } partial class S : R { public int Y = 2; } partial class B { public virtual R N() => new R { X = Engine.Current.Next() }; } partial class D : B { public override S N() => new S { Y = Engine.Current.Next() }; }",
            "[PassContext] static int M() { var d = new D(); return d.N() + ((B)d).N(); } partial class B { public int N() => Engine.Current.Next(); } partial class D : B { public new int N() => 10 * Engine.Current.Next(); }",
            "[PassContext] static int M() { var d = new D(); return d.N() + ((B)d).N(); } partial class B { public virtual int N() => Engine.Current.Next(); } partial class D : B { public new virtual int N() => 10 * Engine.Current.Next(); }",
            "[PassContext] static object M() { B b = new D(); return b.P + \"\" + new D().P.Length; } abstract partial class B { public abstract object P { get; } } partial class D : B { public override string P => \"d\" + Engine.Current.Next(); }"),
        new ConstructRow(47, "virtual and interface calls", Rewritten,
            "[PassContext] static int M() => new B[] { new D(), new E() }.Sum(b => b.N()); abstract partial class B { public abstract int N(); } partial class D : B { public override int N() => Engine.Current.Next(); } partial class E : B { public override int N() => 3; }",
            "[PassContext] static int? M() { I? i = new C(); return i?.N(x: 2) + ((I)new C()).N(3) + new C().N(4); } partial interface I { int N(int x); } partial class C : I { public int N(int x) => x + Engine.Current.Next(); }",
            "[PassContext] static int M() { I i = new C(); return i.N(i.P) + K(i); } static int K<T>(T t) where T : class, I => t.N(t.P); partial interface I { int P { get; } int N(params int[] x); } partial class C : I { public int P => Engine.Current.Next(); public int N(params int[] x) => x.Sum() + Engine.Current.Next(); }",
            "[PassContext] static int M() { IB i = new C(); return i.N(); } partial interface IA { int N(); } partial interface IB : IA { } partial class C : IB { public int N() => Engine.Current.Next(); }"),
        new ConstructRow(49, "call of the base's member", Rewritten,
            "[PassContext] static int M() => new D().N(2); partial class B { public virtual int N(int x) => x + Engine.Current.Next(); } partial class D : B { public override int N(int x) => base.N(x) * 10 + Engine.Current.Next(); }",
            "[PassContext] static int M() => new D().P; partial class B { public virtual int P => Engine.Current.Next(); } partial class D : B { public override int P => base.P * 10; }",
            "[PassContext] static int M() { B b = new E(); return b.N(); } partial class B { public virtual int N() => Engine.Current.Next(); } partial class C : B { } partial class E : C { public override int N() => base.N() + O(); int O() => base.N(); }",
            "[PassContext] static int M() => new D().N(); partial class B { protected int O() => Engine.Current.Next(); } partial class D : B { public int N() => base.O(); }"),
    ];
}
