using static ExplicitContext.Generators.Tests.Constructs.ConstructRow;
using static ExplicitContext.Generators.Tests.Constructs.Grade;

namespace ExplicitContext.Generators.Tests.Constructs;

/// <summary>Rows about members that others can override or implement: the overload where such a family begins calls the original under a scope.</summary>
internal static class OpenFamilyRows
{
    public static IReadOnlyList<ConstructRow> All =>
    [
        Done(28, "virtual of an open family", Forwarded,
            "[PassContext] public static int M() { B b = new D(); return b.N(2) + b.N(3); } public partial class B { public virtual int N(int x) => x + Engine.Current.Next(); } public sealed partial class D : B { public override int N(int x) => base.N(x) * 10 + Engine.Current.Next(); }",
            "[PassContext] public static int M() => new B().N() + new D().N() + new E().N(); public partial class B { public virtual int N() => Engine.Current.Next(); } public sealed partial class D : B { public override int N() => 7 * Engine.Current.Next(); } public partial class E : B { public override int N() => base.N() + base.N(); }",
            "[PassContext] public static int M() { B b = new D(), c = new E(); return b.P + c.P; } public abstract partial class B { public abstract int P { get; } } public sealed partial class D : B { public override int P => Engine.Current.Next(); } public class E : B { public override int P => 10 * Engine.Current.Next(); }",
            "[PassContext] public static async Task<int> M() { B b = new D(); return await b.N() + await b.N(); } public partial class B { public virtual async Task<int> N() { await Task.Yield(); return Engine.Current.Next(); } } public sealed partial class D : B { public override async Task<int> N() => 10 * await base.N(); }",
            "[PassContext] public static int M() => new E().O(); public partial class B { public virtual int N() => Engine.Current.Next(); } public partial class D : B { public override int N() => 5 * base.N(); } public sealed partial class E : D { internal int O() => base.N() + N(); }") with { HasScope = true },
        Done(29, "interface member of an open family", Forwarded,
            "[PassContext] public static int M() { I i = new C(), j = new D(); return i.N(2) + j.N(3) + new C().N(4); } public partial interface I { int N(int x); } public sealed partial class C : I { public int N(int x) => x + Engine.Current.Next(); } public class D : I { int I.N(int x) => x * Engine.Current.Next(); }",
            "[PassContext] public static int M() { I i = new C(); return i.N() + i.N(); } public partial interface I { int N(); } public partial class C : I { public virtual int N() => Engine.Current.Next(); }",
            "[PassContext] public static int M() { I i = new C(); return i.P + K(i); } static int K<T>(T t) where T : I => t.P; public partial interface I { int P { get; } } public partial class C : I { int I.P => Engine.Current.Next(); }",
            "[PassContext] public static int M() { I i = new S(); return i.N() + i.N(); } public partial interface I { int N() => Engine.Current.Next(); } public partial struct S : I { }") with { HasScope = true },
    ];
}
