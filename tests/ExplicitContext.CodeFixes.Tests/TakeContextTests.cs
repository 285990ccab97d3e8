using ExplicitContext.Analyzers.AmbientAccess;
using ExplicitContext.Testing;

namespace ExplicitContext.CodeFixes.Tests;

/// <summary>The fix of ECTX1002: what it offers, and that Fix All is one pass. What the change itself does is tested with its engine.</summary>
public sealed class TakeContextTests
{
    [Theory]
    [InlineData("int Walk() => {|ECTX1002:Engine.Current|}.Seed; int M() => Walk();", "int Walk(Engine engine) => engine.Seed; int M() => Walk({|ECTX1002:Engine.Current|});", "Take 'Engine engine' as a parameter of 'Walk'")]
    [InlineData("int Walk() => {|ECTX1002:Settings.Global|}.Depth; int M(Session s) => Walk();", "int Walk(Engine engine) => engine.Options.Depth; int M(Session s) => Walk(s.Engine);", "Take 'Engine engine' as a parameter of 'Walk'")]
    [InlineData("internal C() { _ = {|ECTX1002:Engine.Current|}.Seed; }", "internal C(Engine engine) { _ = engine.Seed; }", "Take 'Engine engine' as a parameter of 'C'")]
    [InlineData("int M() { return L(); static int L() => {|ECTX1002:Engine.Current|}.Seed; }", "int M() { return L({|ECTX1002:Engine.Current|}); static int L(Engine engine) => engine.Seed; }", "Take 'Engine engine' as a parameter of 'L'")]
    public Task Read_FixesByMovingUpOneMember(string before, string after, string title) => MovingTest.VerifyAsync(Class("class", before), Class("class", after), title);

    [Fact]
    public Task PublicMember_FixesByAnOverloadBesideIt() => MovingTest.VerifyAsync(
        Class("public class", "public int Walk() => {|ECTX1002:Engine.Current|}.Seed;"),
        Class("public class", "internal int Walk(Engine engine) => engine.Seed;\n\n    [ContextEntry]\n    public int Walk() => Walk(Engine.Current);"),
        "Take 'Engine engine' as a parameter of 'Walk', and keep the old signature");

    [Fact]
    public Task ReadsInCallersAndCallees_FixByFixAllInOnePass() => MovingTest.VerifyFixAllAsync(
        new TestProject(
            "class A { internal static int Inner() => {|ECTX1002:Engine.Current|}.Seed + {|ECTX1002:Engine.Find()|}.Seed; int P => {|ECTX1002:Engine.Current|}.Seed; }",
            "class B { int Outer() => A.Inner() + {|ECTX1002:Engine.Current|}.Seed; int Top() => Outer(); }",
            EngineProject.World),
        "class A { internal static int Inner(Engine engine) => engine.Seed + engine.Seed; int P => {|ECTX1002:Engine.Current|}.Seed; }",
        "class B { int Outer(Engine engine) => A.Inner(engine) + engine.Seed; int Top() => Outer({|ECTX1002:Engine.Current|}); }",
        EngineProject.World);

    [Fact]
    public Task FixAllWithNothingToDo_IsNotOffered() => MovingTest.VerifyNoFixAsync(Class("class", "static System.Func<int> f = () => {|ECTX1002:Engine.Current|}.Seed; int P => {|ECTX1002:Engine.Current|}.Seed;"));

    [Theory]
    [InlineData("public override string ToString() => {|ECTX1002:Engine.Current|}.Seed.ToString();")]
    [InlineData("int this[int i] => {|ECTX1002:Engine.Current|}.Seed;")]
    [InlineData("System.Func<int> M() => static () => {|ECTX1002:Engine.Current|}.Seed;")]
    [InlineData("int M() => {|ECTX1002:Settings.Orphan|}.Depth;")]
    [InlineData("[System.ThreadStatic] static int f; [Fact] void M() => f = {|ECTX1002:Engine.Current|}.Seed; class FactAttribute : System.Attribute;")]
    [InlineData("int M() => {|ECTX1002:Engine.Named(\"a\")|}.Seed;")]
    [InlineData("System.Func<Engine> M() => {|ECTX1002:Engine.Find|};")]
    [InlineData("void M() => {|ECTX1002:Engine.Current|} ??= new();")]
    public Task FixedSignature_IsNotOffered(string member) => MovingTest.VerifyNoFixAsync(Class("class", member));

    private static TestProject Class(string kind, string member) => EngineProject.With(
        $$"""
        using ExplicitContext;
        {{kind}} C
        {
            {{member}}
        }
        """);
}
