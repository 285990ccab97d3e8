using ExplicitContext.Analyzers.Passing;

namespace ExplicitContext.Analyzers.Tests.Passing;

/// <summary>ECTX2004.</summary>
public sealed class OtherContextTests
{
    private const string Callees = """

        static int Run(Engine engine) => engine.Seed;
        static int Maybe(Engine? engine) => 0;
        static int Optional(int x, Engine? engine = null) => x;
        static int Two(Engine from, Engine to) => 0;
        static int Any<T>(T value) => 0;
        static readonly Engine shared = new(); static Engine Shared { get; } = new();
        readonly Engine own = new();
        Engine Next => new();
        [ContextType("open")] class Open { public Open() { } public Open(Open parent) { } }
        static int Take(Open open) => 0;
        class Box(Engine engine) { public Engine Engine => engine; }
        """;

    [Theory]
    [InlineData("int M(Engine engine) => Run([|new Engine()|]);")]
    [InlineData("int M(Engine engine) => Run([|new()|]);")]
    [InlineData("int M(Engine engine) => Run([|new Engine { Seed = 1 }|]);")]
    [InlineData("int M(Session session) => Run([|shared|]);")]
    [InlineData("int M(Engine engine) => Run([|C.Shared|]);")]
    [InlineData("int M(Engine engine) => Run([|null!|]);")]
    [InlineData("int M(Engine engine) => Run([|default!|]);")]
    [InlineData("int M(Engine engine) => [|Optional|](1);")]
    [InlineData("int M(Engine engine) => Run([|own|]) + engine.Seed;")]
    [InlineData("int M(Engine engine) => Run([|this.own|]) + engine.Seed;")]
    [InlineData("object M(Engine engine) => new Box([|new()|]);")]
    [InlineData("int M(Open open) => Take([|new Open()|]);")]
    [InlineData("int M<T>(Engine engine, T x) => Run([|new()|]);")]
    [InlineData("async Task<int> M(Engine engine) { await Task.Yield(); return Run([|new()|]); }")]
    [InlineData("Func<int> M(Engine engine) => () => Run([|new()|]);")]
    [InlineData("delegate int Callee(Engine engine); int M(Callee callee, Engine engine) => callee([|new()|]);")]
    [InlineData("static int M() { return Local(new()); static int Local(Engine engine) => Run([|new()|]); }")]
    [InlineData("private partial int Part(Engine engine); private partial int Part(Engine engine) => Run([|shared|]);")]
    public Task AnotherContext_Triggers(string member) => Verify(member);

    [Theory]
    [InlineData("static int M() => Run(new());")]
    [InlineData("static int M(Engine? engine) => Run(new());")]
    [InlineData("int M(Engine engine) => Run(engine);")]
    [InlineData("int M(Engine engine) => Run(Engine.Current);")]
    [InlineData("int M(Engine engine) { var other = new Engine(); return Run(other); }")]
    [InlineData("int M(Engine engine, Engine other) => Run(other);")]
    [InlineData("int M(Open open) => Take(new Open(open));")]
    [InlineData("int M(Engine engine, Box box) => Run(box.Engine);")]
    [InlineData("int M(Engine engine) => Maybe(null);")]
    [InlineData("int M(Engine engine) => Optional(1, null);")]
    [InlineData("int M(Engine engine) => Optional(1, engine);")]
    [InlineData("int M(Engine engine) => Two(engine, new());")]
    [InlineData("int M(Engine engine) => Any(new Engine());")]
    [InlineData("bool M(Engine engine) => engine.Equals(null);")]
    [InlineData("int M(Engine e) => Run(own) + e.Seed;")]
    [InlineData("int M() => Run(own);")]
    [InlineData("C(Engine engine) => own = engine; C(Engine engine, int x) => Run(own);")]
    [InlineData("object M(Engine engine) => new Session(new Engine());")]
    [InlineData("[ContextEntry] int M(Engine engine) => Run(new());")]
    [InlineData("Expression<Func<int>> M(Engine engine) => () => Run(new Engine());")]
    [InlineData("Func<int> M(Engine engine) => static () => Run(new());")]
    public Task ChosenOrNothingAtHand_DoesNotTrigger(string member) => Verify(member);

    [Theory]
    [InlineData("int M(Engine engine) => Run([|new()|]);", "A new 'Engine' is passed to 'C.Run(Engine)' though 'engine' is at hand: pass it, or name the other one in a local where it is meant")]
    [InlineData("int M(Engine engine) => [|Optional|](1);", "No context is passed to 'C.Optional(int, Engine?)' though 'engine' is at hand: pass it, or name the other one in a local where it is meant")]
    [InlineData("int M(Engine engine) => Run([|shared|]);", "The static 'C.shared' is passed to 'C.Run(Engine)' though 'engine' is at hand: pass it, or name the other one in a local where it is meant")]
    [InlineData("int M(Engine engine) => Run([|null!|]);", "Null is passed to 'C.Run(Engine)' though 'engine' is at hand: pass it, or name the other one in a local where it is meant")]
    [InlineData("int M(Engine engine) => Run([|own|]);", "'own' is passed to 'C.Run(Engine)' though 'engine' is at hand: pass it, or name the other one in a local where it is meant")]
    public Task Message_SaysWhatIsPassed(string member, string message) => Situation.VerifyMessage<OtherContextAnalyzer>(member + Callees, message);

    [Fact]
    public Task Main_DoesNotTrigger() => ExplicitContext.Testing.AnalyzerTest<OtherContextAnalyzer>.VerifyAsync(
        ExplicitContext.Testing.EngineProject.With("static class P { static int Main() { var engine = new Engine(); return Run(new()) + engine.Seed; } static int Other(Engine engine) => Run([|new()|]); static int Run(Engine engine) => engine.Seed; }")
            with { OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication });

    private static Task Verify(string member) => Situation.Verify<OtherContextAnalyzer>(member + Callees);
}
