using static ExplicitContext.Generators.Tests.Constructs.ConstructRow;
using static ExplicitContext.Generators.Tests.Constructs.Grade;

namespace ExplicitContext.Generators.Tests.Constructs;

/// <summary>Rows about what makes and ends objects and types.</summary>
internal static class ConstructorRows
{
    public static IReadOnlyList<ConstructRow> All =>
    [
        new ConstructRow(21, "constructor", Rewritten,
            "[PassContext] static int M() => new C().X; partial class C { public int X; public C() => X = Engine.Current.Next(); }",
            "[PassContext] static int M() { C c = new(2, \"a\"); return c.X + new C(3) { Y = 4 }.Y + new C { Y = 5 }.X; } partial class C { public int X, Y; internal C(params object[] all) { X = all.Length + Engine.Current.Next(); } }",
            "[PassContext] static int M() => new S(2).X + new S().X; partial struct S { public int X; public S(int x, int y = 3) { X = x * y + Engine.Current.Next(); } public S() => X = Engine.Current.Next(); }",
            "[PassContext] static int M() => new C<string>(\"a\").X + Make(4).X; static C<int> Make(int x) => new(x); partial class C<T> { public readonly int X; public C(T x) { var engine = Engine.Current; X = engine.Next(); } }",
            "[PassContext] static int M() { Func<int, C> f = x => new(x) { 1, 2 }; return new[] { 1, 2 }.Select(x => f(x)).Sum(c => c.X); } partial class C : IEnumerable<int> { public int X; public C(int x) { X = x + Engine.Current.Next(); } public void Add(int x) => X += x; public IEnumerator<int> GetEnumerator() => throw new NotSupportedException(); System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => throw new NotSupportedException(); }",
            "[PassContext] static int M() { try { throw new E(2); } catch (E e) when (e.X > 0) { return e.X + Inner.Make().X; } } partial class E : Exception { public readonly int X; public E(int x) : base(\"e\" + x) => X = x + Engine.Current.Next(); } partial class Inner { public int X; private Inner() { X = Engine.Current.Next(); } public static Inner Make() => new(); }",
            "[PassContext] static int M() { L(3); return f; void L(int x) { var c = new C { R = x }; f = c.R; } } static int f; partial class C { public required int R { get; set; } [System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public C(string s) : this() => R = 2; public C() { R = Engine.Current.Next(); } }",
            "[PassContext] static int M() => new D(3).X; abstract partial class B { public int X; protected B() => X = N() + Engine.Current.Next(); protected abstract int N(); } partial class D : B { private readonly int y; public D(int y) => this.y = y + X; protected override int N() => y + Engine.Current.Next(); }",
            CSharp14 + "[PassContext] static int M() => new C(2).X; partial class C { public int X; public partial C(int x); public partial C(int x) { X = x + Engine.Current.Next(); } }"),
        new ConstructRow(22, "primary constructor", Diagnosed,
            "public static int M() => new C(2).X; [PassContext] partial class C(int x) { public int X = x + Engine.Current.Next(); }",
            "public static int M() => new C(2).X; class B(int x) { public int X = x; } [PassContext] partial class C(int x) : B(x + Engine.Current.Next()) { }",
            "public static int M() => new C(2).Y; [PassContext] partial record C(int X) { public int Y { get; } = X + Engine.Current.Next(); }",
            "public static int M() => new C(2).X; partial class B { public int X; [PassContext] private protected B() => X = Engine.Current.Next(); private B(Engine engine) { } } [PassContext] partial class C(int x) : B { public int Y => x; }"),
        new ConstructRow(23, "static constructor, static field initialiser, Lazy<T> factory", Diagnosed,
            "public static int M() => C.X; [PassContext] static partial class C { public static int X; static C() => X = Engine.Current.Next(); }",
            "public static int M() => C.X; [PassContext] static partial class C { public static readonly int X = N(); static C() { } [ContextEntry] static int N() => Engine.Current.Next(); static int Y = Engine.Current.Next(); }",
            "public static int M() => C.X.Value; [PassContext] static partial class C { public static readonly Lazy<int> X = new(() => Engine.Current.Next()); }"),
        new ConstructRow(24, "instance field or property initialiser", Diagnosed,
            "public static int M() => new C().X; [PassContext] partial class C { public int X = Engine.Current.Next(); }",
            "public static int M() => new C(2).X; [PassContext] partial class C { public int X { get; } = Engine.Current.Next(); public C(int x) => X += x; }",
            "public static int M() => new C(2).X.Value; partial class C { public Lazy<int> X = new(() => Engine.Current.Next()); [PassContext] public C(int x) { } }"),
        new ConstructRow(25, "finalizer", Diagnosed,
            "public static int M() => Engine.Current.Next(); partial class C { [PassContext] ~C() => Engine.Current.Next(); }",
            "public static int M() => Engine.Current.Next(); [PassContext] partial class C { ~C() { if (Engine.Current.Depth > 0) Engine.Current.Next(); } }",
            "public static int M() => Engine.Current.Next(); partial class C { public Func<int>? F; [PassContext] ~C() { F = () => Engine.Current.Next(); } }"),
        new ConstructRow(50, "this(…) and base(…) initialisers", Rewritten,
            "[PassContext] static int M() => new C(2).X; partial class C { public int X; public C(int x) : this() => X += x; public C() => X = Engine.Current.Next(); }",
            "[PassContext] static int M() => new D().X + new E(3).X; partial class B { public int X; protected B(int x = 1) => X = x + Engine.Current.Next(); } partial class D : B { public D() { X *= 2; } } partial class E : B { public E(int x) : base(x: x) { } }",
            "[PassContext] static int M() => new D().X; class B { public int X; public B(int x) => X = x; } partial class D : B { public D() : base(Engine.Current.Next()) { } }",
            "[PassContext] static int M() => new C().N(); partial class C(int x) { public C() : this(Engine.Current.Next()) { } public int N() => x + Engine.Current.Next(); }",
            "[PassContext] static int M() => new R().X + new D<string>(\"a\").Y; partial record R(int X) { public R() : this(Engine.Current.Next()) { } } partial class B<T> { public int Y; protected B(T x, [System.Runtime.CompilerServices.CallerMemberName] string s = \"\") => Y = s.Length + Engine.Current.Next(); } partial class D<T> : B<List<T>> { public D(T x) : base([x]) { } }",
            "[PassContext] static int M() => new S(2, 3).X; partial struct S { public int X; public S(int x, int y) : this(x + Engine.Current.Next()) { X += y; } private S(int x) : this() { X += x + Engine.Current.Next(); } }",
            "[PassContext] static int M() => new F().X; partial class B { public int X; public B() => X = Engine.Current.Next(); } partial class D : B { protected internal D(string s) { } } partial class F : D { public F() : base(\"a\") { } }"),
    ];
}
