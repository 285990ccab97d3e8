using static ExplicitContext.Generators.Tests.Constructs.ConstructRow;
using static ExplicitContext.Generators.Tests.Constructs.Grade;

namespace ExplicitContext.Generators.Tests.Constructs;

/// <summary>Rows about what cannot be rewritten and is called under a scope instead: the engine of these programs has one.</summary>
internal static class ScopeRows
{
    public static IReadOnlyList<ConstructRow> All =>
    [
        new ConstructRow(27, "event accessors", Forwarded,
            "[PassContext] static int M() { E += () => { }; return Engine.Current.Depth; } static event Action E { add => Engine.Current.Next(); remove { } }",
            "[PassContext] static int M() { E -= () => { }; return Engine.Current.Depth; } static event Action E { add { } remove => Engine.Current.Next(); }",
            "[PassContext] static async Task<int> M() { var d = new Demo(); await Task.Yield(); d.E += H; await Task.Yield(); return Engine.Current.Depth + N(); } static void H() { } event Action E { add { Engine.Current.Next(); } remove { } } static int N() => Engine.Current.Next();") with { HasScope = true },
        new ConstructRow(42, "ambient write", Forwarded,
            "[PassContext] static int M() { var first = Engine.Current.Next(); Engine.Current = new(\"other\"); return first + Engine.Current.Next(); }",
            "[PassContext] static int M() { var old = Engine.Current; try { Engine.Current = new(\"other\"); return N(); } finally { Engine.Current = old; old.Next(); } } static int N() => Engine.Current.Next();",
            "[PassContext] static int M() { Engine.Current.Next(); Switch(); return Engine.Current.Next(); } static void Switch() => Engine.Current = new(\"other\");",
            "int f; [PassContext] static int M() => new Demo().P + Engine.Current.Depth; int P { get { f = Engine.Current.Next(); Engine.Current = new(\"other\"); return f + Engine.Current.Next(); } }",
            "[PassContext] static int M() { Func<int> f = () => Engine.Current.Next(); using (Engine.Enter(new(\"other\"))) return f() + Engine.Current.Next(); }",
            "[PassContext] static int M() { var x = N(); using (Engine.Enter(new(\"other\"))) return x.Sum() + Engine.Current.Next(); } static IEnumerable<int> N() { yield return Engine.Current.Next(); }",
            "[PassContext] static int M() { if (Engine.Current.Next() > 0) using (Engine.Enter(new(\"other\"))) return Engine.Current.Next(); return 0; }",
            "[PassContext] static int M() { var s = Engine.Enter(new(\"other\")); var x = Engine.Current.Next(); s.Dispose(); return x + Engine.Current.Next(); }",
            "[PassContext] static int M() { using (var s = Engine.Enter(new(\"other\"))) { return L() + Engine.Current.Next(); } int L() => Engine.Current.Next(); }",
            "[PassContext] static int M() { try { using (Engine.Enter(new(\"other\"))) throw new Exception(); } catch (Exception) when (Engine.Current.Next() > 0) { return Engine.Current.Next(); } }",
            "[PassContext] static int M() { using (Engine.Enter(new(\"other\"))) foreach (var x in new R()) return x + Engine.Current.Next(); return 0; } partial class R { public IEnumerator<int> GetEnumerator() { yield return Engine.Current.Next(); } }") with { HasScope = true },
    ];

    /// <summary>Scopes under which what is written takes the context that they enter.</summary>
    public static IReadOnlyList<ConstructRow> Rebound =>
    [
        new ConstructRow(42, "scopes that are opened", Rewritten,
            "[PassContext] static int M() { using (Engine.Enter(new(\"other\"))) Engine.Current.Next(); return Engine.Current.Next(); }",
            "[PassContext] static async Task<int> M() => await N(2) + Engine.Current.Next(); static async Task<int> N(int x) { using var scope = Engine.Enter(new(\"other\")); await Task.Yield(); return x + Engine.Current.Next(); }",
            "[PassContext] static int M() { Engine.Current.Next(); return N(new(\"a\"), 3); } static int N(Engine? other, int x) { using (Engine.Enter(other!)) { x += O(); } return x + O(); } static int O() => Engine.Current.Next();".Replace("Engine? other", "Engine? given", StringComparison.Ordinal).Replace("other!", "given!", StringComparison.Ordinal),
            "[PassContext] static int M() { var other = new Engine(\"a\"); using (Engine.Enter(other)) { using (Engine.Enter(new Engine(Engine.Current.Name + \"b\"))) Engine.Current.Next(); Engine.Current.Next(); } return Engine.Current.Next(); }",
            "[PassContext] static int M() { var engine = Engine.Current; using var scope = Engine.Enter(new(\"a\" + engine.Next())); var inner = Engine.Current; return engine.Next() + inner.Next() + new Demo().P; } int P => Engine.Current.Next();",
            "[PassContext] static int M() { using var scope = Engine.Enter(new(\"a\")); var engine = Engine.Current; return engine.Next(); }",
            "[PassContext] static int M() { B b = new D(); return b.N() + b.N(); } partial class B { public virtual int N() => Engine.Current.Next(); } partial class D : B { public override int N() { using (Engine.Enter(new(\"other\"))) base.N(); return base.N(); } }",
            "[PassContext] static int M() { foreach (var e in new[] { new Engine(\"a\"), new Engine(\"b\") }) using (Engine.Enter(e)) { try { Engine.Current.Next(); throw new Exception(); } catch (Exception) when (Engine.Current.Next() > 0) { N(); } } return N(); } static int N() => Engine.Current.Next();") with { HasScope = true },
    ];
}
