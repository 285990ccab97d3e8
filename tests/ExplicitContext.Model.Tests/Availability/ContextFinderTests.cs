using ExplicitContext.Model.Availability;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.Tests.Availability;

/// <summary>What can be written where <c>Here</c> stands, wanting an <c>Engine</c>; null where nothing can.</summary>
public class ContextFinderTests
{
    [Theory]
    [InlineData("void M(Engine e) { Here(); }", "e")]
    [InlineData("void M(Engine other, Engine interp) { Here(); }", "interp")]
    [InlineData("void M(int engine, Engine e) { Here(); }", "e")]
    [InlineData("void M(Engine? e) { Here(); }", null)]
    [InlineData("void M(in Engine e) { Here(); }", "e")]
    [InlineData("void M(out Engine e) { Here(); e = new(); }", null)]
    [InlineData("void M() { var e = new Engine(); Here(); }", "e")]
    [InlineData("void M() { Engine e; Here(); e = new(); }", null)]
    [InlineData("void M(bool b) { Engine e; if (b) e = new(); Here(); }", null)]
    [InlineData("void M(bool b) { Engine e; if (b) e = new(); else e = new(); Here(); }", "e")]
    [InlineData("void M() { Here(); var e = new Engine(); }", null)]
    [InlineData("void M() { { var e = new Engine(); } Here(); }", null)]
    [InlineData("void M() { Engine? e = null; Here(); }", null)]
    [InlineData("void M() { var e = Maybe(); Here(); } static Engine? Maybe() => null;", null)]
    [InlineData("void M() { Get(out var e); Here(); } static void Get(out Engine e) => e = new();", "e")]
    [InlineData("void M() { using (Get(out var e)) { Here(); } } static System.IDisposable Get(out Engine e) { e = new(); return null!; }", "e")]
    [InlineData("void M() { using var s = new Scoped(); Here(); } class Scoped : Engine, System.IDisposable { public void Dispose() { } }", "s")]
    [InlineData("void M(Engine[] all) { foreach (var e in all) { Here(); } }", "e")]
    [InlineData("void M(Engine?[] all) { foreach (var e in all) { Here(); } }", null)]
    [InlineData("void M(Engine[] all) { foreach (Engine? e in all) { if (e != null) Here(); } }", "e")]
    [InlineData("void M() { Get(out var e); Here(); } static void Get(out Engine? e) => e = null;", null)]
    [InlineData("void M() { if (Get(out var e)) Here(); } static bool Get([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Engine? e) { e = null; return false; }", "e")]
    [InlineData("void M(Engine? o) { if (o is var e) { Here(); } }", null)]
    [InlineData("void M(object o) { if (o is Engine e) { Here(); } }", "e")]
    [InlineData("void M(object o) { if (o is not Engine e) return; Here(); }", "e")]
    [InlineData("void M(object o) { if (o is not Engine e) { Here(); } }", null)]
    [InlineData("void M() { L(); var e = new Engine(); void L() { Here(); } }", null)]
    [InlineData("void M() { var e = new Engine(); L(); void L() { Here(); } }", "e")]
    [InlineData("void M() { L(); void L() { Here(); } var e = new Engine(); L(); }", null)]
    [InlineData("void M() { var e = new Engine(); K(); void K() { L(); } void L() { Here(); K(); } }", "e")]
    [InlineData("void M() { K(); var e = new Engine(); void K() { L(); } void L() { Here(); } }", null)]
    [InlineData("void M() { var e = new Engine(); System.Action a = L; void L() { Here(); } }", "e")]
    [InlineData("void M() { System.Action a = L; var e = new Engine(); void L() { Here(); } }", null)]
    [InlineData("void M() { Engine e; e = new(); L(); void L() { Here(); } }", "e")]
    [InlineData("int M(object o) => o is Engine e ? Number() + Here2(() => Here()) : 0; static int Number() => 0; static int Here2(System.Action a) => 0;", "e")]
    [InlineData("int M(object o) => o is Engine e ? 1 : Int(() => Here()); static int Int(System.Action a) => 0;", null)]
    [InlineData("int M(object o) => o is not Engine e ? 1 : Int(() => Here()); static int Int(System.Action a) => 0;", "e")]
    [InlineData("bool M(object o) => o is Engine e && Int(() => Here()) > 0; static int Int(System.Action a) => 0;", "e")]
    [InlineData("bool M(object o) => o is Engine e || Int(() => Here()) > 0; static int Int(System.Action a) => 0;", null)]
    [InlineData("bool M(object o) => o is not Engine e || Int(() => Here()) > 0; static int Int(System.Action a) => 0;", "e")]
    [InlineData("int M(object o) => o switch { Engine e => Int(() => Here()), _ => 0 }; static int Int(System.Action a) => 0;", "e")]
    [InlineData("int M(object o) => o switch { Engine e => 1, _ => Int(() => Here()) }; static int Int(System.Action a) => 0;", null)]
    [InlineData("int M(object o) => o switch { Engine e when Int(() => Here()) > 0 => 1, _ => 0 }; static int Int(System.Action a) => 0;", "e")]
    [InlineData("void M(object o) { switch (o) { case Engine e: Here(); break; } }", "e")]
    [InlineData("void M(object o) { switch (o) { case Engine e: break; default: Here(); break; } }", null)]
    [InlineData("void M(object o) { while (o is Engine e) { Here(); } }", "e")]
    [InlineData("void M(object o) { if (o is not Engine e) { } else { Here(); } }", "e")]
    [InlineData("void M() { Two(Get(out var e), Int(() => Here())); } static int Get(out Engine e) { e = new(); return 0; } static int Int(System.Action a) => 0; static void Two(int a, int b) { }", "e")]
    [InlineData("void M() { var e = new Engine(); System.Action a = () => Here(); }", "e")]
    [InlineData("void M(Engine e) { System.Action<string> a = e => Here(); }", null)]
    [InlineData("async System.Threading.Tasks.Task M(Engine e) { await System.Threading.Tasks.Task.Yield(); Here(); }", "e")]
    [InlineData("System.Collections.Generic.IEnumerable<int> M(Engine e) { Here(); yield break; }", "e")]
    [InlineData("void M(Engine @event) { Here(); }", "@event")]
    [InlineData("readonly Engine @event = new(); void M() { Here(); }", "@event")]
    [InlineData("readonly Engine @event = new(); void M(int @event) { Here(); }", "this.@event")]
    [InlineData("void M(Odd odd) { Here(); }", "odd.@lock")]
    [InlineData("void M(Session s) { Here(); }", "s.Engine")]
    [InlineData("void M(Session s, Engine e) { Here(); }", "e")]
    [InlineData("void M(Wide w) { Here(); }", null)]
    [InlineData("void M(Derived d) { Here(); }", "d")]
    [InlineData("void M(Engine e) { System.Action a = () => Here(); }", "e")]
    [InlineData("void M(Engine e) { System.Action a = static () => Here(); }", null)]
    [InlineData("void M(Engine e) { void L() { Here(); } }", "e")]
    [InlineData("void M(Engine e) { static void L() { Here(); } }", null)]
    [InlineData("void M(Engine e) { static void L(Engine f) { Here(); } }", "f")]
    [InlineData("void M(in Engine e) { }  void N(ref Engine e) { void L() { } Here(); }", null)]
    [InlineData("void M() { System.Action<Engine> a = e => Here(); }", "e")]
    [InlineData("private readonly Engine held = new(); void M() { Here(); }", "held")]
    [InlineData("private readonly Engine held = new(); void M(int held) { Here(); }", "this.held")]
    [InlineData("private readonly Engine held = new(); static void M() { Here(); }", null)]
    [InlineData("private readonly Engine? held; void M() { Here(); }", null)]
    [InlineData("private readonly Engine held; C() { Here(); held = new(); }", null)]
    [InlineData("C(Engine e) { Here(); }", "e")]
    [InlineData("Engine Held { get; } = new(); void M() { Here(); }", "Held")]
    [InlineData("Engine Held => new(); void M() { Here(); }", null)]
    [InlineData("readonly Engine held = new(); Engine Held => held; void M() { Here(); }", "held")]
    [InlineData("Engine Held { get { Here(); return null!; } }", null)]
    [InlineData("int this[Engine e] => new C().Int(() => Here()); int Int(System.Action a) => 0;", "e")]
    [InlineData("int P { set { System.Action<Engine> a = value => Here(); } }", "value")]
    [InlineData("int this[Engine e] { get { Here(); return 0; } }", "e")]
    public void Point_OffersTheNearestContext(string members, string? expected) => Assert.Equal(expected, Find("class C { " + members + " static void Here() { } }"));

    [Theory]
    [InlineData("class C(Engine e) { void M() { Here(); } static void Here() { } }", "e")]
    [InlineData("class C(Engine @event) { void M() { Here(); } static void Here() { } }", "@event")]
    [InlineData("class C(Engine e) { int x = Here(); static int Here() => 0; }", "e")]
    [InlineData("class C(Engine e) { static void M() { Here(); } static void Here() { } }", null)]
    [InlineData("class C(Engine e) : Base(Here()) { static int Here() => 0; } class Base(int x) { public int X => x; }", "e")]
    [InlineData("record C(Engine E) { void M() { Here(); } static void Here() { } }", "E")]
    [InlineData("class C : Base { void M() { Here(); } static void Here() { } } class Base { protected readonly Engine inherited = new(); }", "inherited")]
    [InlineData("class C : Base { void M() { Here(); } static void Here() { } } class Base { private readonly Engine inherited = new(); }", null)]
    [InlineData("class C : Base { new readonly string held = \"\"; void M() { Here(); } static void Here() { } } class Base { protected readonly Engine held = new(); }", null)]
    [InlineData("struct C { readonly Engine held; void M() { System.Action a = () => Here(); } static void Here() { } }", null)]
    [InlineData("struct C { readonly Engine held; void M() { Here(); } static void Here() { } }", "held")]
    [InlineData("class C : Engine { void M() { Here(); } static void Here() { } }", "this")]
    [InlineData("class C : Engine { void M() { System.Action a = () => Here(); } static void Here() { } }", "this")]
    public void Type_OffersWhatItHolds(string source, string? expected) => Assert.Equal(expected, Find(source));

    private static string? Find(string source)
    {
        var compilation = TestCompilation.Create(
            """
            using ExplicitContext;
            [InterpreterState] public class Engine { public static void Static() { } }
            [ThreadState] public class Session { public Engine Engine { get; } = new(); public Engine Settable { get; set; } = new(); }
            [ContextType("odd")] public class Odd { public Engine @lock { get; } = new(); }
            [RuntimeState] public class Wide { public Engine Main { get; } = new(); }
            public class Derived : Engine { }
            """,
            source);
        var tree = compilation.SyntaxTrees[1];
        var here = tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>().Single(call => call.Expression is IdentifierNameSyntax { Identifier.ValueText: "Here" });
        var contexts = Models.Of(compilation);
        return new ContextFinder(compilation.GetSemanticModel(tree), contexts).Find(here, context => context.Type.Name == "Engine", CancellationToken.None)?.Expression;
    }
}
