using ExplicitContext.Analyzers.AmbientAccess;
using ExplicitContext.Testing;

namespace ExplicitContext.CodeFixes.Tests;

/// <summary>The fix of ECTX1001.</summary>
public sealed class UseAvailableContextTests
{
    [Theory]
    [InlineData("int M(Engine engine) => {|ECTX1001:Engine.Current|}.Seed;", "int M(Engine engine) => engine.Seed;")]
    [InlineData("int M(Engine engine) => {|ECTX1001:Engine.Find()|}.Seed;", "int M(Engine engine) => engine.Seed;")]
    [InlineData("int? M(Engine engine) => {|ECTX1001:Engine.Maybe|}?.Seed;", "int? M(Engine engine) => engine?.Seed;")]
    [InlineData("int M(Engine engine) => {|ECTX1001:Engine.Maybe|}!.Seed;", "int M(Engine engine) => engine.Seed;")]
    [InlineData("int M(Session session) => {|ECTX1001:global::Engine.Current|}.Seed;", "int M(Session session) => session.Engine.Seed;")]
    [InlineData("int M(Engine engine) => {|ECTX1001:Settings.Global|}.Depth;", "int M(Engine engine) => engine.Options.Depth;")]
    [InlineData("void M(Engine engine) => {|ECTX1001:Settings.Global|} = new();", "void M(Engine engine) => engine.Options = new();")]
    [InlineData("void M(Engine engine) => {|ECTX1001:Settings.Global|}.Depth += 2;", "void M(Engine engine) => engine.Options.Depth += 2;")]
    [InlineData("Engine _e = new(); int M() => {|ECTX1001:Engine.Current|}.Seed;", "Engine _e = new(); int M() => _e.Seed;")]
    [InlineData("int M(Engine @event) => {|ECTX1001:Engine.Current|}.Seed;", "int M(Engine @event) => @event.Seed;")]
    [InlineData("string M(Engine engine) => $\"{{|ECTX1001:Engine.Current|}.Seed}\";", "string M(Engine engine) => $\"{engine.Seed}\";")]
    [InlineData("bool M(Engine engine) => {|ECTX1001:Engine.Current|} is { Seed: 1 };", "bool M(Engine engine) => engine is { Seed: 1 };")]
    [InlineData("async Task<int> M(Engine engine) { await Task.Yield(); return {|ECTX1001:Engine.Current|}.Seed; }", "async Task<int> M(Engine engine) { await Task.Yield(); return engine.Seed; }")]
    [InlineData("Func<int> M<T>(Engine engine) => () => {|ECTX1001:Engine.Current|}.Seed;", "Func<int> M<T>(Engine engine) => () => engine.Seed;")]
    [InlineData("object M(Engine engine) => {|ECTX1001:Engine.Current|};", "object M(Engine engine) => engine;")]
    public Task Read_FixesByUsingTheContext(string before, string after) => Verify(before, after);

    [Fact]
    public Task Trivia_IsKept() => Verify(
        """
        int M(Engine engine)
            {
                return /* before */ {|ECTX1001:Engine.Current|} /* after */
                    .Seed // end
                    + 1;
            }
        """,
        """
        int M(Engine engine)
            {
                return /* before */ engine /* after */
                    .Seed // end
                    + 1;
            }
        """);

    [Fact]
    public Task ManyReadsInManyFiles_FixByFixAll() => CodeFixTest<AmbientReadAnalyzer, UseAvailableContextCodeFixProvider>.VerifyAsync(
        new TestProject(
            "class A { int M(Engine e, int x) => {|ECTX1001:Engine.Current|}.Seed + M({|ECTX1001:Engine.Current|}, {|ECTX1001:Engine.Find()|}.Seed); int N() => {|ECTX1002:Engine.Current|}.Seed; }",
            "class B { int M(Session s) => {|ECTX1001:Engine.Current|}.Seed; }",
            EngineProject.World),
        "class A { int M(Engine e, int x) => e.Seed + M(e, e.Seed); int N() => {|ECTX1002:Engine.Current|}.Seed; }",
        "class B { int M(Session s) => s.Engine.Seed; }",
        EngineProject.World);

    [Fact]
    public Task CachedRead_FixesByUsingTheContext() => Verify(
        "int M(Engine engine) { var current = {|ECTX1001:Engine.Current|}; return current.Seed; }",
        "int M(Engine engine) { var current = engine; return current.Seed; }");

    [Theory]
    [InlineData("void M(Engine engine) => {|ECTX1001:Engine.Current|} ??= new();")]
    [InlineData("int M(Engine engine) => {|ECTX1001:Engine.Named(\"a\")|}.Seed;")]
    [InlineData("Func<Engine> M(Engine engine) => {|ECTX1001:Engine.Find|};")]
    [InlineData("Expression<Func<int>> M(Engine engine) => () => {|ECTX1001:Engine.Current|}.Seed;")]
    [InlineData("[AmbientAccessor(ReplacedBy = \"engine.Missing\")] static int Wrong; int M(Engine engine) => {|ECTX1001:Wrong|};")]
    [InlineData("[AmbientAccessor(ReplacedBy = \"engine.Options\")] static int Wrong; int M(Engine engine) => {|ECTX1001:Wrong|};")]
    [InlineData("[AmbientAccessor(ReplacedBy = \"engine.Logger\")] static Logger Log = new(); void M(Engine engine) => {|ECTX1001:Log|} = new();")]
    [InlineData("[AmbientAccessor(ReplacedBy = \"engine.Options\")] static Options Opt = new(); void M(Engine engine) => Set(ref {|ECTX1001:Opt|}); static void Set(ref Options o) => o = new();")]
    [InlineData("[AmbientAccessor(ReplacedBy = \"engine.Options\")] static Options Opt = new(); void M(Engine engine) => Read(in {|ECTX1001:Opt|}); static void Read(in Options o) { }")]
    [InlineData("[AmbientAccessor(ReplacedBy = \"engine.Options\")] static Options Opt = new(); void M(Engine engine) { ref var o = ref {|ECTX1001:Opt|}; o = new(); }")]
    [InlineData("[AmbientAccessor(ReplacedBy = \"engine.Logger\")] static Logger Log = new(); void M(Engine engine) => ({|ECTX1001:Log|}, _) = (new(), 1);")]
    [InlineData("[AmbientAccessor(ReplacedBy = \"held.Size\")] static Size Sized; void M(Held held) => {|ECTX1001:Sized|}.Width = 1; struct Size { public int Width; } [ContextType(\"held\")] class Held { public Size Size { get; set; } }")]
    public Task ReplacementThatWouldNotMeanTheSame_IsNotOffered(string member) =>
        CodeFixTest<AmbientReadAnalyzer, UseAvailableContextCodeFixProvider>.VerifyNoFixAsync(Class(member));

    [Fact]
    public Task ReplacementThatIsNoPrimaryExpression_FixesInParentheses() => Verify(
        "[AmbientAccessor(ReplacedBy = \"engine.Seed + 1\")] static int Next; int M(Engine engine) => {|ECTX1001:Next|} * 2;",
        "[AmbientAccessor(ReplacedBy = \"engine.Seed + 1\")] static int Next; int M(Engine engine) => (engine.Seed + 1) * 2;");

    private static Task Verify(string before, string after) => CodeFixTest<AmbientReadAnalyzer, UseAvailableContextCodeFixProvider>.VerifyAsync(
        Class(before), Class(after).Sources[0], EngineProject.World);

    private static TestProject Class(string member) => EngineProject.With(
        $$"""
        using System;
        using System.Linq.Expressions;
        using System.Threading.Tasks;
        using ExplicitContext;
        class C
        {
            {{member}}
        }
        """);
}
