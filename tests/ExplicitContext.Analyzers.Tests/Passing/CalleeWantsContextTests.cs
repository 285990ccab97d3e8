using ExplicitContext.Analyzers.Passing;
using ExplicitContext.Testing;

namespace ExplicitContext.Analyzers.Tests.Passing;

/// <summary>ECTX2002.</summary>
public sealed class CalleeWantsContextTests
{
    private const string Twins = """

        C(int x) { } C(Engine engine, int x) { }
        static int Run(int x) => x; static int Run(Engine engine, int x) => x;
        static int Generic<T>(T x) => 0; static int Generic<T>(Engine engine, T x) => 0;
        static int Longer(int x) => x; static int Longer(Engine engine, long x) => 0;
        """;

    [Theory]
    [InlineData("int M() => [|Run|](1);")]
    [InlineData("int M() => C.[|Run|]([|Run|](1));")]
    [InlineData("int M<T>(T x) => [|Generic|](x);")]
    [InlineData("C M() => new [|C|](1);")]
    [InlineData("C M() => [|new|](1);")]
    [InlineData("async Task<int> M() { await Task.Yield(); return [|Run|](1); }")]
    [InlineData("Func<int> M() => () => [|Run|](1);")]
    [InlineData("Func<string, int> M() => static engine => [|Run|](1);")]
    [InlineData("int M(string engine) { return Local(); static int Local() => [|Run|](1); }")]
    [InlineData("Func<int, int> M() => [|Run|];")]
    [InlineData("int P => [|Run|](1);")]
    [InlineData("int field = [|Run|](1);")]
    [InlineData("C(string s) : [|this|](1) { }")]
    [InlineData("private partial int Part(); private partial int Part() => [|Run|](1);")]
    public Task NoContextInScope_Triggers(string member) => Verify(member);

    [Theory]
    [InlineData("int M(Engine engine) => Run(1);")]
    [InlineData("int M(Session session) => Run(1);")]
    [InlineData("int M() { var engine = new Engine(); return Run(1); }")]
    [InlineData("readonly Engine held = new(); int M() => Run(1);")]
    public Task ContextInScope_DoesNotTrigger(string member) => Verify(member);

    [Theory]
    [InlineData("int M(Engine? engine) => engine is null ? Run(1) : Run(engine, 1);")]
    [InlineData("[ContextEntry] int M() => Run(1);")]
    [InlineData("[ContextEntry] Func<int> M() => () => Run(1);")]
    [InlineData("[AmbientAccessor] static int Ambient => Run(1);")]
    [InlineData("int M(int x) => Run(x); int M(Engine engine, int x) => Run(engine, x);")]
    [InlineData("int M(int x) => x == 0 ? 0 : M(x - 1); int M(Engine engine, int x) => x;")]
    [InlineData("int M(int x) => M(Engine.Current, x); int M(Engine engine, int x) => x;")]
    [InlineData("string M() => nameof(Run);")]
    [InlineData("Expression<Func<int>> M() => () => Run(1);")]
    [InlineData("int M(dynamic x) => Run(x);")]
    [InlineData("event Func<int, int>? E; void M() { E += Run; E -= Run; }")]
    [InlineData("int M() => Longer(1);")]
    [InlineData("int M() => D.Hidden(1);")]
    public Task DeliberateOrNoTwin_DoesNotTrigger(string member) => Verify(member);

    [Fact]
    public Task Main_DoesNotTrigger() => AnalyzerTest<CalleeWantsContextAnalyzer>.VerifyAsync(
        EngineProject.With("static class P { static void Main() => Run(1); static int Other() => [|Run|](1); static int Run(int x) => x; static int Run(Engine engine, int x) => x; }")
            with { OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication });

    [Fact]
    public Task TopLevelStatements_DoNotTrigger() => AnalyzerTest<CalleeWantsContextAnalyzer>.VerifyAsync(
        EngineProject.With("_ = R.Run(1); int L() => R.Run(1); _ = L(); static class R { public static int Run(int x) => x; public static int Run(Engine engine, int x) => x; }")
            with { OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication });

    [Fact]
    public Task InterfaceMember_Triggers() => Situation.VerifyFile<CalleeWantsContextAnalyzer>(
        "interface I { int M(int x); int M(Engine engine, int x); } class C { int N(I i) => i.[|M|](1); }");

    [Fact]
    public Task Message_NamesCalleeAndMember() => Situation.VerifyMessage<CalleeWantsContextAnalyzer>(
        "int P => [|Run|](1);" + Twins,
        "'C.Run(int)' has an overload that takes a context, and none is at hand in 'C.P': take it as a parameter, or mark the member [ContextEntry] if it is where the context comes from");

    private static Task Verify(string member) => Situation.VerifyFile<CalleeWantsContextAnalyzer>(
        $"partial class C\n{{\n{member}{Twins}\n}}\nclass D {{ public static int Hidden(int x) => x; private static int Hidden(Engine engine, int x) => x; }}");
}
