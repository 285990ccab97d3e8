using static ExplicitContext.Generators.Tests.Constructs.ConstructRow;
using static ExplicitContext.Generators.Tests.Constructs.Grade;

namespace ExplicitContext.Generators.Tests.Constructs;

/// <summary>Rows about members whose signature someone else fixes: operators, overrides, interfaces, the framework.</summary>
internal static class MemberRows
{
    public static IReadOnlyList<ConstructRow> All =>
    [
        Done(7, "file-local type", Diagnosed,
            "public static int M() => F.N(); } file static partial class F { [PassContext] public static int N() => Engine.Current.Next();",
            "public static int M() => new F().N(); } file partial struct F { [PassContext] public int N() { return Engine.Current.Next(); }",
            "public static int M() => F<int>.N(2); } file static partial class F<T> { [PassContext] public static int N(T x) => Engine.Current.Next();"),
        Done(11, "classic extension method", Rewritten,
            "[PassContext] public static int M() => 2.N(3); } static partial class X { public static int N(this int x, int y) => x + y + Engine.Current.Next();",
            "[PassContext] public static int M() => X.N(2); } static partial class X { public static int N(this int x) => x + Engine.Current.Next();",
            "[PassContext] public static int? M() => \"ab\".N()?.N(); } static partial class X { public static string? N(this string x) => x + Engine.Current.Next(); public static int N(this int x) => x;".Replace("int? M", "string? M", StringComparison.Ordinal)),
        Done(26, "members that the framework calls", Kept,
            "[PassContext] static string M() => new Demo().ToString() + Engine.Current.Depth; public override string ToString() => \"d\" + Engine.Current.Next();",
            "[PassContext] static int M() => new Demo().GetHashCode() + Engine.Current.Depth; public override int GetHashCode() => Engine.Current.Next(); public override bool Equals(object? o) => true;",
            "[PassContext] static int M() => ((IComparable)new C()).CompareTo(null) + Engine.Current.Depth; partial class C : IComparable { public int CompareTo(object? o) => Engine.Current.Next(); }"),
        new(27, "event accessors", Forwarded, Kept,
            "[PassContext] static int M() { E += () => { }; return Engine.Current.Depth; } static event Action E { add => Engine.Current.Next(); remove { } }",
            "[PassContext] static int M() { E -= () => { }; return Engine.Current.Depth; } static event Action E { add { } remove => Engine.Current.Next(); }",
            "static event Action? E; [PassContext] static int M() { E += () => Engine.Current.Next(); E(); return Engine.Current.Depth; }"),
        new(28, "virtual, override and abstract", Rewritten, Kept,
            "[PassContext] static int M() => new D().N() + Engine.Current.Depth; partial class B { public virtual int N() => 0; } partial class D : B { public override int N() => Engine.Current.Next(); }",
            "[PassContext] static int M() { B b = new D(); return b.N() + Engine.Current.Depth; } abstract partial class B { public abstract int N(); } partial class D : B { public override int N() => Engine.Current.Next(); }",
            "[PassContext] static int M() => new B().N() + Engine.Current.Depth; partial class B { public virtual int N() => Engine.Current.Next(); }"),
        new(29, "interface member", Rewritten, Kept,
            "[PassContext] static int M() { I i = new C(); return i.N() + Engine.Current.Depth; } interface I { int N(); } partial class C : I { public int N() => Engine.Current.Next(); }",
            "[PassContext] static int M() { I i = new C(); return i.P + Engine.Current.Depth; } interface I { int P { get; } } partial class C : I { public int P => Engine.Current.Next(); }",
            "[PassContext] static int M() { I i = new C(); return i.N() + Engine.Current.Depth; } partial interface I { int N() => Engine.Current.Next(); } class C : I { }"),
        new(30, "explicit interface implementation", Rewritten, Kept,
            "[PassContext] static int M() { I i = new C(); return i.N() + Engine.Current.Depth; } interface I { int N(); } partial class C : I { int I.N() => Engine.Current.Next(); }",
            "[PassContext] static int M() { I i = new C(); return i.P + Engine.Current.Depth; } interface I { int P { get; } } partial class C : I { int I.P => Engine.Current.Next(); }",
            "[PassContext] static int M() => K(new C()) + Engine.Current.Depth; static int K<T>(T t) where T : I => t.N() + Engine.Current.Depth; interface I { int N(); } partial class C : I { int I.N() => Engine.Current.Next(); }"),
        new(31, "static abstract interface member", Rewritten, Kept,
            "[PassContext] static int M() => K<C>() + Engine.Current.Depth; static int K<T>() where T : I => T.N() + Engine.Current.Depth; interface I { static abstract int N(); } partial class C : I { public static int N() => Engine.Current.Next(); }",
            "[PassContext] static int M() => K<C>() + Engine.Current.Depth; static int K<T>() where T : I => T.N() + Engine.Current.Depth; partial interface I { static virtual int N() => Engine.Current.Next(); } class C : I { }",
            "[PassContext] static int M() => K<C>() + Engine.Current.Depth; static int K<T>() where T : I => T.P + Engine.Current.Depth; interface I { static abstract int P { get; } } partial class C : I { public static int P => Engine.Current.Next(); }"),
        Done(33, "partial method", Rewritten,
            "[PassContext] static int M() => N(); private static partial int N(); private static partial int N() => Engine.Current.Next();",
            "[PassContext] static void M() => N(2); static partial void N(int x); static partial void N(int x) { Engine.Current.Next(); }",
            "[PassContext] static int M() => new Demo().N(1); internal partial int N(int x); internal partial int N(int x) { return x + Engine.Current.Next(); }"),
        new(42, "ambient write", Forwarded, Diagnosed,
            "[PassContext] static int M() { Engine.Current = new(\"other\"); return new Demo().N(Engine.Current); } int N(Engine e) => e.Next();",
            "[PassContext] static int M() { var old = Engine.Current; try { Engine.Current = new(\"other\"); return 1; } finally { Engine.Current = old; old.Next(); } }",
            "[PassContext] static int M() { Engine.Current.Next(); Engine.Current = new(\"other\"); return 1; }",
            "[PassContext] static int M() { Switch(); return Engine.Current.Next(); } static void Switch() => Engine.Current = new(\"other\");"),
    ];
}
