using ExplicitContext.Analyzers.AmbientAccess;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Analyzers.Tests.AmbientAccess;

/// <summary>ECTX1006.</summary>
public sealed class ReplacedAmbientTests
{
    private const string Locators = """

        static class Services
        {
            public static T Get<T>() where T : class, new() => new();
            public static bool TryGet<T>(out T? found) where T : class { found = null; return false; }
            public static T Deserialize<T>(string text) where T : class, new() => new();
            public static T Create<T>() where T : class, new() => new();
            public static Container Current { get; } = new();
            [AmbientAccessor] public static T Resolve<T>() where T : class, new() => new();
        }

        class Container : System.IServiceProvider
        {
            public T Resolve<T>() where T : class, new() => new();
            public object? GetService(System.Type type) => null;
        }

        """;

    [Theory]
    [InlineData("static Engine [|Engine|] => global::Engine.Current;")]
    [InlineData("static Engine [|E|] { get { return Engine.Find(); } }")]
    [InlineData("static Engine [|E|] { get => Engine.Current; set => Engine.Current = value; }")]
    [InlineData("static Engine [|E|]() => Engine.Current;")]
    [InlineData("static Engine? [|E|] => Engine.Maybe!;")]
    [InlineData("static Options [|O|] => Engine.Current.Options;")]
    [InlineData("static Options [|O|] => Settings.Global;")]
    [InlineData("static Engine [|A|] => B; static Engine [|B|] => Engine.Current;")]
    [InlineData("static class Inner<T> { internal static Engine [|E|] => Engine.Current; }")]
    public Task MemberThatOnlyForwards_Triggers(string member) => Verify(member);

    [Theory]
    [InlineData("static Engine held = new(); static Engine [|Get|]() => held;")]
    [InlineData("static Engine? held; static Engine [|E|] => held ??= new();")]
    [InlineData("static readonly Lazy<Engine> held = new(() => new()); static Engine [|E|] => held.Value;")]
    [InlineData("static Engine held = new(); static Engine [|E|] { get { return C.held; } }")]
    public Task MemberThatYieldsAContextFromAStatic_Triggers(string member) => Verify(member);

    [Theory]
    [InlineData("int M() => [|Services.Get<Engine>()|].Seed;")]
    [InlineData("int M() => [|Services.Current.Resolve<Engine>()|].Seed;")]
    [InlineData("int M() => ((Engine)[|Services.Current.GetService(typeof(Engine))|]!).Seed;")]
    [InlineData("async Task<int> M<T>() { await Task.Yield(); return [|Services.Get<Engine>()|].Seed; }")]
    [InlineData("Func<Engine> M() => () => [|Services.Get<Engine>()|];")]
    [InlineData("int M() { return Local(); static int Local() => [|Services.Get<Engine>()|].Seed; }")]
    public Task ServiceLocatorThatFindsAContext_Triggers(string member) => Verify(member);

    [Fact]
    public Task Messages_SayWhatItIsAndWhatToDo() => AnalyzerTest<ReplacedAmbientAnalyzer>.VerifyAsync(
        Class("static Engine [|E|] => Engine.Current; static Engine held = new(); static Engine [|F|] => held; int M() => [|Services.Get<Engine>()|].Seed;"),
        DiagnosticSeverity.Error,
        "'C.E' only forwards to the ambient 'Engine.Current': hand the context on instead, or declare the member [AmbientAccessor] so that its users are counted",
        "'C.F' yields 'Engine' from static state: hand the context on instead, or declare the member [AmbientAccessor] so that its users are counted",
        "'Services.Get' finds 'Engine' in global state, as an ambient accessor does: take 'engine' as a parameter instead");

    [Theory]
    [InlineData("[AmbientAccessor] static Engine E => Engine.Current;")]
    [InlineData("[ContextEntry] static Engine E => Engine.Current;")]
    [InlineData("[ContextEntry] int M() => Services.Get<Engine>().Seed;")]
    [InlineData("Engine E => Engine.Current;")]
    [InlineData("static Engine Named(string name) => Engine.Current;")]
    [InlineData("static Engine E() => new();")]
    [InlineData("static int Seed => Engine.Current.Seed;")]
    [InlineData("static Options O() => Engine.Current.Options;")]
    [InlineData("static Options O => new Options { Depth = Engine.Current.Seed };")]
    [InlineData("static Engine E { get { Engine.Current.Touch(); return Engine.Current; } }")]
    [InlineData("static Engine E { get; set; } = new();")]
    [InlineData("static Engine F = new();")]
    [InlineData("static Engine A => B; static Engine B => A;")]
    [InlineData("int M() => Services.Create<Engine>().Seed + Services.Get<Options>().Depth;")]
    [InlineData("int M(Container container) => container.Resolve<Engine>().Seed;")]
    [InlineData("int M() => Services.Resolve<Engine>().Seed;")]
    [InlineData("static int Sum(Engine engine) => engine.Seed;")]
    [InlineData("static string Name => nameof(Services.Get);")]
    [InlineData("int M() => Services.Deserialize<Engine>(\"\").Seed;")]
    public Task DeclaredComputedOrHandedIn_DoesNotTrigger(string member) => Verify(member);

    [Theory]
    [InlineData("static Engine E => Engine.Current; int M() => {|ECTX1002:E|}.Seed;")]
    [InlineData("static Engine E => Engine.Current; int M(Engine engine) => {|ECTX1001:E|}.Seed;")]
    [InlineData("static Engine A => B; static Engine B => Engine.Current; int M(Engine engine) => {|ECTX1001:C.A|}.Seed;")]
    [InlineData("static Options O => Engine.Current.Options; int M(Engine engine) => {|ECTX1001:O|}.Depth;")]
    [InlineData("static Options O => Settings.Global; int M(Engine engine) => {|ECTX1001:O|}.Depth;")]
    [InlineData("static Engine E() => Engine.Find(); int M(Engine engine) => {|ECTX1001:E()|}.Seed;")]
    [InlineData("static Engine E => Engine.Current; [ContextEntry] int M() => E.Seed;")]
    public Task ReadOfAForwarder_IsAnAmbientRead(string member) => AnalyzerTest<AmbientReadAnalyzer>.VerifyAsync(Class(member));

    [Fact]
    public async Task ReadOfAForwarder_IsReplacedByWhatReplacesItsTarget()
    {
        var project = Class("static Options O => Engine.Current.Options; static Options P => O; int M(Session session) => P.Depth;");

        var diagnostic = Assert.Single(await AnalyzerTest<AmbientReadAnalyzer>.DiagnosticsAsync(project));

        Assert.Equal("session.Engine.Options", diagnostic.Properties["Replacement"]);
    }

    [Fact]
    public async Task ChainThatIsLongerThanAnyoneWrites_EndsAndDoesNotDependOnWhoAsksFirst()
    {
        var chain = string.Concat(Enumerable.Range(1, 12).Select(i => $"static Engine E{i} => E{i - 1}; ")) + "static Engine E0 => Engine.Current;";

        var found = await AnalyzerTest<ReplacedAmbientAnalyzer>.DiagnosticsAsync(Class(chain));

        Assert.Equal(8, found.Count);
    }

    private static Task Verify(string member) => AnalyzerTest<ReplacedAmbientAnalyzer>.VerifyAsync(Class(member));

    private static TestProject Class(string member) => EngineProject.With($"using System;\nusing System.Threading.Tasks;\nusing ExplicitContext;\nclass C\n{{\n    {member}\n}}\n{Locators}");
}
