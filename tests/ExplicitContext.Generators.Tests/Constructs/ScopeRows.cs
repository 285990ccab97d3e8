using static ExplicitContext.Generators.Tests.Constructs.ConstructRow;
using static ExplicitContext.Generators.Tests.Constructs.Grade;

namespace ExplicitContext.Generators.Tests.Constructs;

/// <summary>Rows about what cannot be rewritten and is called under a scope instead: the engine of these programs has one.</summary>
internal static class ScopeRows
{
    public static IReadOnlyList<ConstructRow> All =>
    [
        Done(27, "event accessors", Forwarded,
            "[PassContext] static int M() { E += () => { }; return Engine.Current.Depth; } static event Action E { add => Engine.Current.Next(); remove { } }",
            "[PassContext] static int M() { E -= () => { }; return Engine.Current.Depth; } static event Action E { add { } remove => Engine.Current.Next(); }",
            "[PassContext] static async Task<int> M() { var d = new Demo(); await Task.Yield(); d.E += H; await Task.Yield(); return Engine.Current.Depth + N(); } static void H() { } event Action E { add { Engine.Current.Next(); } remove { } } static int N() => Engine.Current.Next();") with { HasScope = true },
        Done(42, "ambient write, scopes that are opened", Forwarded,
            "[PassContext] static int M() { var first = Engine.Current.Next(); Engine.Current = new(\"other\"); return first + Engine.Current.Next(); }",
            "[PassContext] static int M() { var old = Engine.Current; try { Engine.Current = new(\"other\"); return N(); } finally { Engine.Current = old; old.Next(); } } static int N() => Engine.Current.Next();",
            "[PassContext] static int M() { Engine.Current.Next(); Switch(); return Engine.Current.Next(); } static void Switch() => Engine.Current = new(\"other\");",
            "[PassContext] static int M() { using (Engine.Enter(new(\"other\"))) Engine.Current.Next(); return Engine.Current.Next(); }",
            "[PassContext] static async Task<int> M() => await N(2) + Engine.Current.Next(); static async Task<int> N(int x) { using var scope = Engine.Enter(new(\"other\")); await Task.Yield(); return x + Engine.Current.Next(); }",
            "int f; [PassContext] static int M() => new Demo().P + Engine.Current.Depth; int P { get { f = Engine.Current.Next(); Engine.Current = new(\"other\"); return f + Engine.Current.Next(); } }") with { HasScope = true },
    ];
}
