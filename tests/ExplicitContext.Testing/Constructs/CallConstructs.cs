namespace ExplicitContext.Testing.Constructs;

/// <summary>Calls, accesses, constructions, operators, conversions.</summary>
public static class CallConstructs
{
    public static IEnumerable<Construct> All =>
    [
        new("method group", "class C { static int R() => Ambient.Read(); static int Q() => 0; Func<int> M() => R; Func<int> N() => Q; string NName() => nameof(R); }"),
        new("method group of a virtual method", """
            class B { public virtual int V() => 0; } class D : B { public override int V() => Ambient.Read(); } class F : B { }
            class C { Func<int> M(B b) => b.V; Func<int> N(F f) => f.V; }
            """),
        new("function pointer", "unsafe class C { static int R() => Ambient.Read(); static int Q() => 0; delegate*<int> M() => &R; delegate*<int> N() => &Q; }"),
        new("lambda", "class C { Func<int> M() => () => Ambient.Read(); Func<int> MStatic() => static () => Ambient.Read(); Func<int> N() => () => 0; int NInvokes(Func<int> f) => f(); }"),
        new("lambda that captures", "class C { int f; Func<int> M(int x) { Func<int> g = () => x + f + Ambient.Read(); return g; } Func<int> N(int x) { Func<int> g = () => x; return g; } }"),
        new("lambda in a lambda", "class C { Func<Func<int>> M(int x) => () => { var y = x; return () => y + Ambient.Read(); }; }"),
        new("local function", "class C { int M() { return L(); int L() => Ambient.Read(); } int MStatic(int x) { return L(x); static int L(int y) => y + Ambient.Read(); } int N() { return L(); int L() => 0; } }"),
        new("generic local function", "class C { int M<T>(T t) { return L(t); int L<U>(U u) => u is T ? Ambient.Read() : 0; } }"),
        new("property", "class C { int P { get => Ambient.Read(); set { } } int M() => P; void N() => P = 1; string NName() => nameof(P); string NDeep() => nameof(C.P); }"),
        new("property setter", "class C { int P { get => 0; set => Ambient.Read(); } void M() => P = 1; void MInit() => _ = new C { P = 1 }; int N() => P; }"),
        new("property in a compound assignment", "class C { int P { get => Ambient.Read(); set { } } int Q { get => 0; set => Ambient.Read(); } void M() => P += 1; void MWrite() => Q += 1; void MIncrement() => P++; void MDecrement() => --Q; }"),
        new("property in a coalescing assignment", "class C { string? P { get { Ambient.Read(); return null; } set { } } string? Q { get => null; set => Ambient.Read(); } void M() => P ??= \"\"; void MWrite() => Q ??= \"\"; }"),
        new("property that returns a reference", "class C { int f; ref int P { get { Ambient.Read(); return ref f; } } void M() => P = 1; void MRef() => Take(ref P); void Take(ref int x) { } void N() => Take(ref f); }"),
        new("init accessor", "class C { int P { get => 0; init => Ambient.Read(); } void M() => _ = new C { P = 1 }; void N() => _ = new C { }; }"),
        new("static property", "class C { static int P => Ambient.Read(); static int Q => 0; int M() => P; int N() => Q; }"),
        new("property pattern", "class C { int P => Ambient.Read(); int Q => 0; bool M(C c) => c is { P: 1 }; bool MNested(C[] c) => c is [{ P: > 1 }]; bool N(C c) => c is { Q: 1 }; }"),
        new("nested object initialiser", "class D { public int P { set => Ambient.Read(); } public int Q { set { } } } class C { D d = new(); void M() => _ = new C { d = { P = 1 } }; void N() => _ = new C { d = { Q = 1 } }; }"),
        new("indexer", "class C { int this[int i] { get => Ambient.Read(); set { } } int M() => this[1]; void N() => this[1] = 1; }"),
        new("index from the end", "class D { public int Length => Ambient.Read(); public int this[int i] => 0; } class E { public int Count => 0; public int this[int i] => Ambient.Read(); } class F { public int Count => 0; public int this[int i] => 0; } class C { int M(D d) => d[^1]; int MItem(E e) => e[^1]; int N(F f) => f[^1]; }"),
        new("range", "class D { public int Length => 0; public D Slice(int a, int b) { Ambient.Read(); return this; } } class F { public int Length => 0; public F Slice(int a, int b) => this; } class C { D M(D d) => d[1..]; F N(F f) => f[1..]; }"),
        new("index indexer", "class D { public int this[Index i] => Ambient.Read(); public int this[Range i] => 0; } class C { int M(D d) => d[^1]; int N(D d) => d[1..]; }"),
        new("event", "class C { event Action E { add => Ambient.Read(); remove { } } void M() => E += N; void N() => E -= N; }"),
        new("event removed", "class C { event Action E { add { } remove => Ambient.Read(); } void M() => E -= N; void N() => E += N; }"),
        new("event handler", "class D { public event Action? E; public void N() => E?.Invoke(); } class C { void R() => Ambient.Read(); void Q() { } void M(D d) => d.E += R; void N(D d) => d.E += Q; }"),
        new("event of the base class", "class B { public virtual event Action E { add { } remove { } } } class D : B { public override event Action E { add => Ambient.Read(); remove { } } void N() => base.E += N; void M() => E += N; }"),
        new("constructor", "class D { public D() => Ambient.Read(); public D(int x) { } } class C { D M() => new D(); D MTyped() => new(); D N() => new(1); }"),
        new("constructor that chains", "class D { public D() : this(1) { } public D(int x) => Ambient.Read(); public D(string s) { } } class C { D M() => new(); D N() => new(\"\"); }"),
        new("constructor of the base, written", "class B { public B(int x) => Ambient.Read(); public B() { } } class D : B { public D() : base(1) { } public D(int x) { } } class C { D M() => new(); D N() => new(1); }"),
        new("constructor of the base, implied", "class B { public B() => Ambient.Read(); } class B2 { } class D : B { } class E : B { public E(int x) { } } class F : B2 { } class C { D M() => new(); E MWritten() => new(1); F N() => new(); }"),
        new("constructor of the base, with optional parameters", "class B { public B(int x = 1, params int[] y) => Ambient.Read(); } class D : B { } class E : B { public E() { } } class C { D M() => new(); E MWritten() => new(); }"),
        new("primary constructor", "class B(int x) { int y = x + Ambient.Read(); } class B2(int x) { int y = x; } class D(int x) : B(x) { } class E() : B2(1) { } class C { B M() => new(1); D MDerived() => new(1); E N() => new(); }"),
        new("argument of a primary constructor's base", "class B(int x) { int y = x; } class D() : B(Ambient.Read()) { } class C { D M() => new(); B N() => new(1); }"),
        new("initialiser", "class D { int x = Ambient.Read(); public D() { } public D(int x) : this() { } } class E { int P { get; } = Ambient.Read(); } class F { static int x = Ambient.Read(); } class C { D M() => new(); D MChained() => new(1); E MProperty() => new(); F N() => new(); }"),
        new("initialiser of an event", "class D { event Action E = Q(); static Action Q() { Ambient.Read(); return null!; } } class C { D M() => new(); }"),
        new("initialiser with a lambda", "class D { Func<int> x = () => Ambient.Read(); } class F { Func<int> x = () => 0; } class C { D M() => new(); F N() => new(); }"),
        new("construction of a type parameter", """
            class D { public D() => Ambient.Read(); } class F { } class G { public G(int x) => Ambient.Read(); public G() { } } struct S { public S() => Ambient.Read(); }
            class Factory<T> where T : new() { public T Get() => new(); public static T Static() => new T(); public class Inner { } } class Derived : Factory<D> { } class Harmless : Factory<F> { }
            static class X { public static T Get<T>() where T : new() => new T(); public static T Struct<T>() where T : struct => new T(); public static void Any<T>() { } public static T On<T>(this string s) where T : new() => new(); }
            class C
            {
                D M() => X.Get<D>(); S MStruct() => X.Struct<S>(); object MFactory() => new Factory<D>(); object MTarget() { Factory<D> d = new(); return d; } D MStatic() => Factory<D>.Static(); object MDerived() => new Derived(); Func<D> MGroup() => X.Get<D>; D MExtension() => "".On<D>(); D MLocal() { return L<D>(); T L<T>() where T : new() => new(); }
                F N() => X.Get<F>(); G NOther() => X.Get<G>(); object NFactory() => new Factory<F>(); object NHarmless() => new Harmless(); T NHandedOn<T>() where T : new() => X.Get<T>(); void NAny() => X.Any<D>(); D NMade(Factory<D> f) => f.Get(); List<D> NList() => new List<D>();
            }
            """),
        new("initialiser of a struct", "struct S { int x = Ambient.Read(); public S() { } } struct T(int y) { int x = Ambient.Read() + y; } class C { S M() => new(); T MPrimary() => new(1); S N() => default; T NEmpty() => new(); }"),
        new("static constructor", "class D { static int x; static D() => M(); static void M() => x = Ambient.Read(); public static void N() { } } class C { void N() => D.N(); }"),
        new("copy of a record", "record R(int X) { protected R(R other) { X = Ambient.Read(); } } record F(int X); class C { R M(R r) => r with { X = 1 }; F N(F r) => r with { X = 1 }; }"),
        new("copy of a derived record", "record B(int X); record R(int X) : B(X) { protected R(R other) : base(other) => Ambient.Read(); } record F(int X) : B(X); class C { B M(B r) => r with { X = 1 }; F N(F r) => r with { X = 1 }; }"),
        new("setter in a with expression", "record struct S { public int X { get => 0; init => Ambient.Read(); } public int Y { get; init; } } class C { S M(S s) => s with { X = 1 }; S N(S s) => s with { Y = 1 }; }"),
        new("operator", "class D { public static D operator +(D a, D b) { Ambient.Read(); return a; } public static D operator -(D a, D b) => a; public static D operator -(D a) { Ambient.Read(); return a; } public static D operator ++(D a) { Ambient.Read(); return a; } } class C { D M(D d) => d + d; D MUnary(D d) => -d; void MCompound(D d) => d += d; void MIncrement(D d) => d++; D N(D d) => d - d; }"),
        new("comparison operator", "class D { public static bool operator ==(D a, D b) => Ambient.Read() > 0; public static bool operator !=(D a, D b) => true; public override bool Equals(object? o) => true; public override int GetHashCode() => 0; } class C { bool M(D d) => d == d; bool N(D d) => d != d; bool NNull(D d) => d is null; }"),
        new("checked operator", "class D { public static D operator checked +(D a, D b) { Ambient.Read(); return a; } public static D operator +(D a, D b) => a; } class C { D M(D d) => checked(d + d); D N(D d) => unchecked(d + d); }"),
        new("lifted operator", "struct S { public static S operator +(S a, S b) { Ambient.Read(); return a; } public static S operator -(S a, S b) => a; } class C { S? M(S? a) => a + a; S? N(S? a) => a - a; }"),
        new("truth of a value", "class D { public static bool operator true(D d) => Ambient.Read() > 0; public static bool operator false(D d) => true; } class F { public static bool operator true(F d) => true; public static bool operator false(F d) => Ambient.Read() > 0; } class C { int M(D d) => d ? 1 : 0; void MIf(D d) { if (d) { } } int N(F f) => f ? 1 : 0; }"),
        new("short-circuit operator", "class D { public static D operator &(D a, D b) => a; public static D operator |(D a, D b) => a; public static bool operator true(D d) => true; public static bool operator false(D d) => Ambient.Read() > 0; } class C { D M(D d) => d && d; D N(D d) => d || d; }"),
        new("conversion", "class D { public static implicit operator int(D d) => Ambient.Read(); public static explicit operator string(D d) => \"\"; public static implicit operator D(long x) { Ambient.Read(); return null!; } } class C { int M(D d) => d; int MWritten(D d) => (int)d; D MFrom() => 1L; string N(D d) => (string)d; }"),
        new("conversion of an argument", "class D { public static implicit operator int(D d) => Ambient.Read(); } class C { static void Take(int x) { } static void Any(object x) { } void M(D d) => Take(d); void N(D d) => Any(d); }"),
        new("conversion in a compound assignment", "struct D { public static implicit operator int(D d) => Ambient.Read(); public static implicit operator D(int x) => default; } class C { void M(D d) => d += 1; void MRight(int x, D d) => x += d; void N(int x) => x += 1; }"),
        new("conversion in foreach", "class D { public static explicit operator int(D d) => Ambient.Read(); } class C { void M(D[] ds) { foreach (int x in ds) { } } void N(D[] ds) { foreach (var x in ds) { } } }"),
        new("conversion of a coalesced value", "class D { public static implicit operator int(D d) => Ambient.Read(); } class C { int M(D? d) => d ?? 1; object N(D? d) => d ?? new object(); }"),
        new("conversion of a tuple", "class D { public static implicit operator int(D d) => Ambient.Read(); } class C { (int, int) M((D, int) t) => t; (int, int) MLiteral(D d) => (d, 1); (int, (int, int)) MNested((int, (D, int)) t) => t; (object, int) N((D, int) t) => t; }"),
        new("comparison of tuples", "class D { public static bool operator ==(D a, D b) => Ambient.Read() > 0; public static bool operator !=(D a, D b) => true; public override bool Equals(object? o) => true; public override int GetHashCode() => 0; } class C { bool M((D, int) a, (D, int) b) => a == b; bool MLiteral(D a, (D, int) b) => (a, 1) == b; bool MNested((int, (D, int)) a, (int, (D, int)) b) => a == b; bool N((D, int) a, (D, int) b) => a != b; bool NInts((int, int) a, (int, int) b) => a == b; }"),
        new("extension method", "static class X { public static int R(this string s) => Ambient.Read(); public static int Q(this string s) => 0; } class C { int M(string s) => s.R(); int MStatic(string s) => X.R(s); Func<int> MGroup(string s) => s.R; int N(string s) => s.Q(); }"),
        new("partial method", "partial class C { partial void P(); void M() => P(); void N() { } } partial class C { partial void P() => Ambient.Read(); }"),
        new("partial property", "partial class C { partial int P { get; set; } int M() => P; void N() => P = 1; } partial class C { partial int P { get => Ambient.Read(); set { } } }"),
        new("attribute", "class A : Attribute { public A() => Ambient.Read(); public int P { get => 0; set => Ambient.Read(); } } [A(P = 1)] class C { [A] void N([A] int x) { } void M() => _ = new A(); }"),
        new("default value of a parameter", "class C { static int P => Ambient.Read(); void N(int x = 1, string s = nameof(P)) { } void M() => N(P); }"),
        new("recursion", "class C { int M(int x) => x == 0 ? Ambient.Read() : MMore(x - 1); int MMore(int x) => M(x); int N(int x) => x == 0 ? 0 : N(x - 1); }"),
    ];
}
