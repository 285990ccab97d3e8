namespace ExplicitContext.Testing.Constructs;

/// <summary>Which members a call on a receiver can run.</summary>
public static class DispatchConstructs
{
    public static IEnumerable<Construct> All =>
    [
        new("virtual call", """
            class B { public virtual int V() => 0; } class D : B { public override int V() => Ambient.Read(); } class E : D { } class F : B { }
            class C { int M(B b) => b.V(); int MMore(D d) => d.V(); int MDerived(E e) => e.V(); int N(F f) => f.V(); int NBase(B b) => b.GetHashCode(); }
            """),
        new("receiver of an exact type", """
            class B { public virtual int V() => 0; } class D : B { public override int V() => Ambient.Read(); }
            class C { int M() => new D().V(); int N() => new B().V(); }
            """),
        new("receiver of a sealed type", """
            class B { public virtual int V() => 0; } sealed class S : B { } class D : B { public override int V() => Ambient.Read(); }
            class C { int M(B b) => b.V(); int N(S s) => s.V(); int NConverted(S s) => ((B)s).V(); }
            """),
        new("call of a base member", """
            class B { public virtual int V() => 0; public virtual int W() => Ambient.Read(); }
            class D : B { public override int V() => Ambient.Read(); public int N() => base.V(); public int M() => base.W(); public override int W() => 0; }
            class E : D { public override int V() => Ambient.Read(); }
            """),
        new("access of a base property", """
            class B { public virtual int V => 0; public virtual int W => Ambient.Read(); }
            class D : B { public override int V => Ambient.Read(); public int N() => base.V; public int M() => base.W; public override int W => 0; }
            """),
        new("abstract member", """
            abstract class B { public abstract int V(); public int M() => V(); public int N() => W(); public abstract int W(); }
            class D : B { public override int V() => Ambient.Read(); public override int W() => 0; }
            """),
        new("override of an override", """
            class B { public virtual int V() => 0; } class D : B { public override int V() => 0; } class E : D { public override int V() => Ambient.Read(); }
            class F : B { public override int V() => 0; }
            class C { int M(B b) => b.V(); int MMiddle(D d) => d.V(); int N(F f) => f.V(); }
            """),
        new("override of a member of the framework", """
            class D : System.IO.TextWriter { public override System.Text.Encoding Encoding => null!; public override void Write(char c) => Ambient.Read(); }
            class C { void M(System.IO.TextWriter w) => w.Write('x'); void N(System.IO.StringWriter w) => w.Write('x'); }
            """),
        new("interface call", """
            interface I { int V(); } class D : I { public int V() => Ambient.Read(); } class F { public int V() => 0; }
            class C { int M(I i) => i.V(); int N(F f) => f.V(); }
            """),
        new("interface call on a class", """
            interface I { int V(); } class D : I { int I.V() => Ambient.Read(); } class F : I { public int V() => 0; }
            class C { int M(D d) => ((I)d).V(); int N(F f) => ((I)f).V(); }
            """),
        new("interface property", """
            interface I { int V { get; set; } } class D : I { public int V { get => Ambient.Read(); set { } } }
            class C { int M(I i) => i.V; void N(I i) => i.V = 1; }
            """),
        new("interface event", """
            interface I { event Action V; } class D : I { public event Action V { add => Ambient.Read(); remove { } } }
            class C { void M(I i) => i.V += N1; void N(I i) => i.V -= N1; static void N1() { } }
            """),
        new("narrower interface", """
            interface I { int V(); } interface J : I { } interface K : I { } class D : J { public int V() => Ambient.Read(); } class F : K { public int V() => 0; }
            class C { int M(J j) => j.V(); int MWide(I i) => i.V(); int N(K k) => k.V(); }
            """),
        new("implementation inherited from a base class", """
            interface I { int V(); } class B { public int V() => Ambient.Read(); } class D : B, I { } class F : I { public int V() => 0; }
            class C { int M(I i) => i.V(); int N(F f) => f.V(); }
            """),
        new("implementation overridden below", """
            interface I { int V(); } class B : I { public virtual int V() => 0; } class D : B { public override int V() => Ambient.Read(); } class F : I { public int V() => 0; }
            class C { int M(I i) => i.V(); int MBase(B b) => b.V(); int N(F f) => ((I)f).V(); }
            """),
        new("implementation again in a derived class", """
            interface I { int V(); } class B : I { public int V() => 0; } class D : B, I { int I.V() => Ambient.Read(); }
            class C { int M(I i) => i.V(); int MBase(B b) => ((I)b).V(); int N(B b) => b.V(); }
            """),
        new("override behind a conversion to the base", """
            class B { public virtual int V() => 0; public virtual int W() => Ambient.Read(); } class D : B { public override int V() => Ambient.Read(); public override int W() => 0; } sealed class S : D { }
            class C { int M(D d) => ((B)d).V(); int MSealed(S s) => ((B)s).V(); int N(D d) => ((B)d).W(); int NSealed(S s) => ((B)s).W(); }
            """),
        new("interface call on a sealed class", """
            interface I { int V(); int G<T>(); } class B : I { public virtual int V() => Ambient.Read(); public int G<T>() => Ambient.Read(); }
            sealed class S : B { public override int V() => 0; } class F : I { public int V() => 0; public int G<T>() => 0; }
            class C { int M(B b) => ((I)b).V(); int MGeneric(B b) => ((I)b).G<int>(); int MMade() => ((I)new B()).V(); int N(S s) => ((I)s).V(); int NGeneric(F f) => ((I)f).G<int>(); }
            """),
        new("interface call on a class that implements it again", """
            interface I { int V(); } class B : I { public int V() => Ambient.Read(); } class D : B, I { int I.V() => 0; } class E : D { } class F : D, I { int I.V() => Ambient.Read(); } class G : D { }
            class C { int M(B b) => ((I)b).V(); int MBelow(D d) => ((I)d).V(); int MF(F f) => ((I)f).V(); int N(E e) => ((I)e).V(); int NSibling(G g) => ((I)g).V(); }
            """),
        new("interface call on a type parameter", """
            interface I { int V(); } class B : I { public virtual int V() => 0; } class D : B { public override int V() => Ambient.Read(); } class F : I { public int V() => 0; } struct S : I { public int V() => Ambient.Read(); }
            class C { int M<T>(T t) where T : B => ((I)t).V(); int MAny<T>(T t) where T : I => t.V(); int N<T>(T t) where T : F => ((I)t).V(); }
            """),
        new("interface call after a variant conversion", """
            interface I<out T> { T V(); } sealed class D : I<string> { public string V() { Ambient.Read(); return ""; } } sealed class F : I<string> { public string V() => ""; }
            class C { object M(D d) => ((I<object>)d).V(); object MSame(D d) => ((I<string>)d).V(); object N(F f) => ((I<string>)f).V(); }
            """),
        new("explicit implementation", """
            interface I { int V(); } class D : I { int I.V() => Ambient.Read(); public int V() => 0; }
            class C { int M(I i) => i.V(); int N(D d) => d.V(); }
            """),
        new("default interface member", """
            interface I { int V() => Ambient.Read(); int W() => 0; } class D : I { }
            class C { int M(I i) => i.V(); int N(I i) => i.W(); }
            """),
        new("default interface member overridden in an interface", """
            interface I { int V() => 0; } interface J : I { int I.V() => Ambient.Read(); } class D : J { } class F : I { }
            class C { int M(I i) => i.V(); int MJ(J j) => j.V(); int N(F f) => ((I)f).V(); }
            """),
        new("static abstract member", """
            interface I<T> where T : I<T> { static abstract int V(); static abstract T operator +(T a, T b); static abstract int W(); }
            class D : I<D> { public static int V() => Ambient.Read(); public static D operator +(D a, D b) { Ambient.Read(); return a; } public static int W() => 0; }
            class C { int M<T>() where T : I<T> => T.V(); T MOperator<T>(T t) where T : I<T> => t + t; int N<T>() where T : I<T> => T.W(); }
            """),
        new("covariant override", """
            class B { public virtual B V() => this; } class D : B { public override D V() { Ambient.Read(); return this; } } class F : B { }
            class C { B M(B b) => b.V(); D MDerived(D d) => d.V(); B N(F f) => f.V(); }
            """),
        new("constrained call", """
            interface I { int V(); } class D : I { public int V() => Ambient.Read(); } class B { public virtual int W() => 0; } class E : B { public override int W() => 0; }
            class C { int M<T>(T t) where T : I => t.V(); int N<T>(T t) where T : B => t.W(); }
            """),
        new("struct behind an interface", """
            interface I { int V(); } struct S : I { public int V() => Ambient.Read(); } struct T : I { public int V() => 0; }
            class C { int M(S s) => ((I)s).V(); int N(T t) => ((I)t).V(); }
            """),
        new("override that has one accessor", """
            class B { public virtual int P { get => 0; set => Ambient.Read(); } } class D : B { public override int P { get => 0; } }
            class C { void M(D d) => d.P = 1; int N(D d) => d.P; }
            """),
        new("generic base", """
            abstract class B<T> { public abstract int V(T t); } class D : B<int> { public override int V(int t) => Ambient.Read(); } class F<T> : B<T> { public override int V(T t) => 0; }
            class C { int M(B<int> b) => b.V(1); int N(F<int> f) => f.V(1); }
            """),
        new("generic interface with other arguments", """
            interface I<T> { int V(T t); } class D : I<int> { public int V(int t) => Ambient.Read(); } class F : I<string> { public int V(string t) => 0; } class G<T> : I<T> { public int V(T t) => 0; } class H : G<string> { }
            class C { int M(I<int> i) => i.V(1); int MAny<T>(I<T> i, T t) => i.V(t); int N(I<string> i) => i.V(""); int NInherited(H h) => ((I<string>)h).V(""); }
            """),
        new("generic class with open arguments", """
            interface I<T> { int V(T t); } class G<T> : I<T> { public int V(T t) => Ambient.Read(); } abstract class B<T> { public abstract int W(T t); } class D : B<int[]> { public override int W(int[] t) => Ambient.Read(); } class F : B<string> { public override int W(string t) => 0; }
            class C { int M(I<int> i) => i.V(1); int MArray(B<int[]> b) => b.W([]); int MExact(G<int> g) => g.V(1); int N(B<string> b) => b.W(""); }
            """),
        new("variant interface", """
            interface I<out T> { T V(); } class D : I<string> { public string V() { Ambient.Read(); return ""; } } interface J<in T> { int W(T t); } class E : J<object> { public int W(object o) => Ambient.Read(); }
            class C { object M(I<object> i) => i.V(); int MIn(J<string> j) => j.W(""); int N() => 0; }
            """),
        new("generic interface implemented twice", """
            interface I<T> { int V(T t); } class D : I<int>, I<string> { public int V(int t) => Ambient.Read(); public int V(string t) => 0; }
            class C { int M(I<int> i) => i.V(1); }
            """),
        new("disposable object of a class", """
            class D : IDisposable { public void Dispose() => Ambient.Read(); } class F : IDisposable { public void Dispose() { } }
            class C { void M(IDisposable d) => d.Dispose(); void N(F f) => f.Dispose(); void NUsing(F f) { using (f) { } } }
            """),
    ];
}
