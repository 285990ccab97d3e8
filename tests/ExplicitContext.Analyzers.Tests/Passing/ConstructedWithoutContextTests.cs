using ExplicitContext.Analyzers.Passing;

namespace ExplicitContext.Analyzers.Tests.Passing;

/// <summary>ECTX2003.</summary>
public sealed class ConstructedWithoutContextTests
{
    private const string Types = """

        class Frame { public Frame(int depth) { } public Frame(int depth, Engine engine) { } public int Depth { get; set; } public Engine? Engine { get; set; } }
        class Named { public Named(string name) { } public Named(Engine engine, string name, bool deep = false) { } }
        class Other { public Other() { } public Other(Engine engine, string name) { } }
        class Hidden { public Hidden(int x) { } private Hidden(int x, Engine engine) { } }
        class Twin { public Twin(int x) { } public Twin(Engine engine, int x) { } }
        class Generic<T> { public Generic(T item) { } public Generic(T item, Engine engine) { } }
        class Child { public Child(Holder holder) { } public Child(Holder holder, Engine engine) { } }
        [ContextCarrier] class Holder { public Holder(string name) { } public Engine Engine { get; init; } = Engine.Current; }
        [ContextCarrier] class Empty { public Empty(string name) { } }
        class OfOther { public OfOther(Session session) { } public OfOther(Session session, Engine engine) { } }
        """;

    [Theory]
    [InlineData("object M(Engine engine) => new [|Frame|](1);")]
    [InlineData("Frame M(Engine engine) => [|new|](1);")]
    [InlineData("Frame M(Engine engine) => new [|Frame|](1) { Depth = 2 };")]
    [InlineData("object M(Session session) => new [|Named|](\"a\");")]
    [InlineData("object M<T>(Engine engine, T item) => new [|Generic<T>|](item);")]
    [InlineData("object M(Engine engine) => new [|Holder|](\"a\");")]
    [InlineData("async Task<object> M(Engine engine) { await Task.Yield(); return new [|Frame|](1); }")]
    [InlineData("Func<object> M(Engine engine) => () => new [|Frame|](1);")]
    [InlineData("object M() { return Local(new()); static object Local(Engine engine) => new [|Frame|](1); }")]
    [InlineData("private partial object Part(Engine engine); private partial object Part(Engine engine) => new [|Frame|](1);")]
    public Task ContextInScope_Triggers(string member) => Verify(member);

    [Theory]
    [InlineData("object M() => new Frame(1);")]
    [InlineData("object M(Engine engine) => new Frame(1, engine);")]
    [InlineData("object M(Engine engine) => new Frame(1) { Engine = engine };")]
    [InlineData("object M(Engine engine) => new Holder(\"a\") { Engine = engine };")]
    [InlineData("object M(Engine engine) => new Other();")]
    [InlineData("object M(Engine engine) => new Hidden(1);")]
    [InlineData("object M(Engine engine) => new Twin(1);")]
    [InlineData("object M(Engine engine) => new Empty(\"a\");")]
    [InlineData("object M(Engine engine, Holder holder) => new Child(holder);")]
    [InlineData("object M(Engine engine, Session session) => new OfOther(session);")]
    [InlineData("Expression<Func<object>> M(Engine engine) => () => new Frame(1);")]
    [InlineData("T M<T>(Engine engine) where T : new() => new T();")]
    [InlineData("Func<object> M(Engine engine) => static () => new Frame(1);")]
    [InlineData("class Sub : Frame { Sub(Engine engine) : base(1) { } }")]
    public Task ContextHandedOnOrNoPlaceForIt_DoesNotTrigger(string member) => Verify(member);

    [Fact]
    public Task Message_NamesTypeAndContext() => Situation.VerifyMessage<ConstructedWithoutContextAnalyzer>(
        "object M(Session session) => new [|Frame|](1);" + Types, "'C.Frame' is constructed without a context, though its instances can hold one: pass 'session.Engine'");

    private static Task Verify(string member) => Situation.Verify<ConstructedWithoutContextAnalyzer>(member + Types);
}
