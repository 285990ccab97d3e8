namespace ExplicitContext.Testing.Constructs;

/// <summary>Constructs of C# 14.</summary>
public static class NewConstructs
{
    public static IEnumerable<Construct> All =>
    [
        new("extension block", """
            static class X { extension(string s) { public int R() => Ambient.Read(); public int P => Ambient.Read(); public static int S() => Ambient.Read(); public int Q() => 0; public int Z => 0; } }
            class C { int M(string s) => s.R(); int MProperty(string s) => s.P; int MStatic() => string.S(); int MWritten(string s) => X.R(s); int MWrittenProperty(string s) => X.get_P(s); Func<int> MGroup(string s) => s.R; int N(string s) => s.Q(); int NProperty(string s) => s.Z; int NWritten(string s) => X.Q(s); }
            """, true),
        new("extension operator", """
            class D { } class F { } static class X { extension(D) { public static D operator +(D a, D b) { Ambient.Read(); return a; } public static D operator -(D a, D b) => a; } }
            class C { D M(D d) => d + d; D N(D d) => d - d; }
            """, true),
        new("generic extension block", """
            static class X { extension<T>(List<T> s) { public int R() => Ambient.Read(); public int Q() => 0; public int L() { return I(); int I() => Ambient.Read(); } } }
            class C { int M(List<int> s) => s.R(); int MLocal(List<int> s) => s.L(); int N(List<int> s) => s.Q(); int MWritten(List<int> s) => X.R(s); }
            """, true),
        new("compound assignment operator", """
            class D { public void operator +=(int x) => Ambient.Read(); public void operator -=(int x) { } public void operator ++() => Ambient.Read(); public void operator --() { } }
            class C { void M(D d) => d += 1; void MIncrement(D d) => d++; void N(D d) => d -= 1; void NDecrement(D d) => d--; }
            """, true),
        new("virtual compound assignment operator", """
            class B { public virtual void operator +=(int x) { } } class D : B { public override void operator +=(int x) => Ambient.Read(); } class F : B { }
            class C { void M(B b) => b += 1; void N(F f) => f += 1; }
            """, true),
        new("partial constructor and event", """
            partial class D { public partial D(); public partial event Action E; public D(int x) { } } partial class D { public partial D() => Ambient.Read(); public partial event Action E { add => Ambient.Read(); remove { } } }
            class C { D M() => new(); void MEvent(D d) => d.E += N; D NInt() => new(1); void N() { } }
            """, true),
        new("null-conditional assignment", "class D { public int P { set => Ambient.Read(); } public int Q { set { } } } class C { void M(D? d) => d?.P = 1; void N(D? d) => d?.Q = 1; }", true),
        new("field keyword", "class D { public int P { get => field + Ambient.Read(); set => field = value; } } class C { int M(D d) => d.P; void N(D d) => d.P = 1; }", true),
    ];
}
