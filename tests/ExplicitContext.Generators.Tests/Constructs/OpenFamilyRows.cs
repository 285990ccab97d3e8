using static ExplicitContext.Generators.Tests.Constructs.ConstructRow;
using static ExplicitContext.Generators.Tests.Constructs.Grade;

namespace ExplicitContext.Generators.Tests.Constructs;

/// <summary>Rows about members that others can override or implement: the overload where such a family begins calls the original under a scope.</summary>
internal static class OpenFamilyRows
{
    public static IReadOnlyList<ConstructRow> All =>
    [
        new ConstructRow(28, "virtual of an open family", Forwarded,
            "[PassContext] public static int M() { B b = new D(); return b.N(2) + b.N(3); } public partial class B { public virtual int N(int x) => x + Engine.Current.Next(); } public sealed partial class D : B { public override int N(int x) => base.N(x) * 10 + Engine.Current.Next(); }",
            "[PassContext] public static int M() => new B().N() + new D().N() + new E().N(); public partial class B { public virtual int N() => Engine.Current.Next(); } public sealed partial class D : B { public override int N() => 7 * Engine.Current.Next(); } public partial class E : B { public override int N() => base.N() + base.N(); }",
            "[PassContext] public static int M() { B b = new D(), c = new E(); return b.P + c.P; } public abstract partial class B { public abstract int P { get; } } public sealed partial class D : B { public override int P => Engine.Current.Next(); } public class E : B { public override int P => 10 * Engine.Current.Next(); }",
            "[PassContext] public static async Task<int> M() { B b = new D(); return await b.N() + await b.N(); } public partial class B { public virtual async Task<int> N() { await Task.Yield(); return Engine.Current.Next(); } } public sealed partial class D : B { public override async Task<int> N() => 10 * await base.N(); }",
            "[PassContext] public static int M() => new E().O(); public partial class B { public virtual int N() => Engine.Current.Next(); } public partial class D : B { public override int N() => 5 * base.N(); } public sealed partial class E : D { internal int O() => base.N() + N(); }") with { HasScope = true },
        new ConstructRow(29, "interface member of an open family", Forwarded,
            "[PassContext] public static int M() { I i = new C(), j = new D(); return i.N(2) + j.N(3) + new C().N(4); } public partial interface I { int N(int x); } public sealed partial class C : I { public int N(int x) => x + Engine.Current.Next(); } public class D : I { int I.N(int x) => x * Engine.Current.Next(); }",
            "[PassContext] public static int M() { I i = new C(); return i.N() + i.N(); } public partial interface I { int N(); } public partial class C : I { public virtual int N() => Engine.Current.Next(); }",
            "[PassContext] public static int M() { I i = new C(); return i.P + K(i); } static int K<T>(T t) where T : I => t.P; public partial interface I { int P { get; } } public partial class C : I { int I.P => Engine.Current.Next(); }",
            "[PassContext] public static int M() { I i = new S(); return i.N() + i.N(); } public partial interface I { int N() => Engine.Current.Next(); } public partial struct S : I { }") with { HasScope = true },
        new ConstructRow(31, "static member of an open interface that knows its implementing type", Forwarded,
            "[PassContext] public static int M() => K<C>() + Engine.Current.Depth; static int K<T>() where T : I<T> => T.P + T.N(3); public partial interface I<TSelf> where TSelf : I<TSelf> { static abstract int P { get; } static virtual int N(int x) => TSelf.P + x; } public partial class C : I<C> { public static int P => Engine.Current.Next(); static int I<C>.N(int x) => x * Engine.Current.Next(); }",
            "[PassContext] public static int M() => K<C>(2) + K<D>(3); static int K<T>(int x) where T : I<T> => T.N(x); public partial interface I<T> where T : I<T> { static abstract int N(int x); } public sealed partial class C : I<C> { public static int N(int x) => x + Engine.Current.Next(); } public class D : I<D> { static int I<D>.N(int x) => x * Engine.Current.Next(); }",
            "[PassContext] public static int M() { T2<C>(out var x); return x; } static void T2<T>(out int x) where T : struct, I<int, T> { var y = 3; T.N(ref y, out x); x += y; } public partial interface I<X, T> where T : I<X, T> { static virtual void N(ref X x, out int y) => y = Engine.Current.Next(); } public struct C : I<int, C> { }",
            "[PassContext] public static int M() => K<C, D>() + Engine.Current.Depth; static int K<T, U>() where T : I<T> where U : I<T> => T.N() + 100 * U.N(); public partial interface I<T> where T : I<T> { static abstract int N(); } public partial class C : I<C> { public static int N() => Engine.Current.Next(); } public partial class D : I<C> { public static int N() => Engine.Current.Next() + 7; }",
            "[PassContext] public static async Task<int> M() => await K<C>(); static Task<int> K<T>() where T : I<T> => T.N(); public partial interface I<T> where T : I<T> { static abstract Task<int> N(); } public partial class C : I<C> { static async Task<int> I<C>.N() { await Task.Yield(); return Engine.Current.Next(); } }") with { HasScope = true },
        new ConstructRow(31, "static member of an open interface that does not", Forwarded,
            "[PassContext] public static int M() => K<C>() + Engine.Current.Depth; static int K<T>() where T : I => T.N() + Engine.Current.Depth; public partial interface I { static abstract int N(); } public partial class C : I { public static int N() => Engine.Current.Next(); }",
            "[PassContext] public static int M() => K<C>(); static int K<T>() where T : I => T.N(2); public partial interface I { static virtual int N(int x) => x + Engine.Current.Next(); } public partial class C : I { static int I.N(int x) => x * Engine.Current.Next(); }",
            "[PassContext] public static int M() => K<C, C>(); static int K<T, U>() where T : I<U> => T.P; public partial interface I<T> { static abstract int P { get; } } public sealed partial class C : I<C> { public static int P => Engine.Current.Next(); }") with { HasScope = true },
    ];
}
