using ExplicitContext.Analyzers.AmbientAccess;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Analyzers.Tests.AmbientAccess;

/// <summary>ECTX1001.</summary>
public sealed class AmbientReadWithContextTests
{
    [Theory]
    [InlineData("int M(Engine engine) => {|ECTX1001:Engine.Current|}.Seed;")]
    [InlineData("int M(Engine engine) => {|ECTX1001:Engine.Find()|}.Seed;")]
    [InlineData("int M(Engine engine) => {|ECTX1001:Engine.Named(\"a\")|}.Seed;")]
    [InlineData("int? M(Engine engine) => {|ECTX1001:Engine.Maybe|}?.Seed;")]
    [InlineData("int M(Engine engine) => {|ECTX1001:Settings.Global|}.Depth;")]
    [InlineData("int M(Engine engine) => {|ECTX1001:global::Engine.Current|}.Seed;")]
    [InlineData("static int M(Engine engine) => {|ECTX1001:Engine.Current|}.Seed;")]
    public Task ParameterAtHand_Triggers(string member) => Verify(member);

    [Theory]
    [InlineData("int M<T>(Engine engine, T value) => {|ECTX1001:Engine.Current|}.Seed;")]
    [InlineData("async Task<int> M(Engine engine) { await Task.Yield(); return {|ECTX1001:Engine.Current|}.Seed; }")]
    [InlineData("IEnumerable<int> M(Engine engine) { yield return {|ECTX1001:Engine.Current|}.Seed; }")]
    [InlineData("Func<int> M(Engine engine) => () => {|ECTX1001:Engine.Current|}.Seed;")]
    [InlineData("Func<Engine, int> M() => static engine => {|ECTX1001:Engine.Current|}.Seed;")]
    [InlineData("int M(Engine engine) { return Local(); int Local() => {|ECTX1001:Engine.Current|}.Seed; }")]
    [InlineData("int M() { return Local(new Engine()); static int Local(Engine engine) => {|ECTX1001:Engine.Current|}.Seed; }")]
    [InlineData("int this[Engine engine] => {|ECTX1001:Engine.Current|}.Seed;")]
    [InlineData("int this[Engine engine] { get { return {|ECTX1001:Engine.Current|}.Seed; } }")]
    [InlineData("Engine P { get => new(); set => {|ECTX1001:Engine.Current|}.Touch(); }")]
    public Task MethodOfAnyKind_Triggers(string member) => Verify(member);

    [Theory]
    [InlineData("int M(Session session) => {|ECTX1001:Engine.Current|}.Seed;", "session.Engine")]
    [InlineData("int M() { var engine = new Engine(); return {|ECTX1001:Engine.Current|}.Seed; }", "engine")]
    [InlineData("readonly Engine _engine = new(); int M() => {|ECTX1001:Engine.Current|}.Seed;", "_engine")]
    [InlineData("int M(Session session) => {|ECTX1001:Settings.Global|}.Depth;", "session.Engine.Options")]
    public async Task ContextReachedOtherwise_TriggersAndNamesTheExpression(string member, string expression)
    {
        await Verify(member);
        var diagnostic = Assert.Single(await AnalyzerTest<AmbientReadAnalyzer>.DiagnosticsAsync(Class(MarkupText.Parse(member).Text)));
        Assert.Contains($"'{expression}' is at hand here", diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.Equal(expression, diagnostic.Properties["Replacement"]);
    }

    [Fact]
    public Task PrimaryConstructorParameter_Triggers() =>
        AnalyzerTest<AmbientReadAnalyzer>.VerifyAsync(EngineProject.With("class C(Engine engine) { int M() => {|ECTX1001:Engine.Current|}.Seed + engine.Seed; }"));

    [Fact]
    public Task PartialMember_Triggers() => AnalyzerTest<AmbientReadAnalyzer>.VerifyAsync(EngineProject.With(
        """
        partial class C { private partial int M(Engine engine); }
        partial class C { private partial int M(Engine e) => {|ECTX1001:Engine.Current|}.Seed; }
        """));

    [Fact]
    public Task UsingStatic_Triggers() => AnalyzerTest<AmbientReadAnalyzer>.VerifyAsync(EngineProject.With(
        "using static Engine; class C { int M(Engine engine) => {|ECTX1001:Current|}.Seed; }"));

    [Fact]
    public Task Alias_Triggers() => AnalyzerTest<AmbientReadAnalyzer>.VerifyAsync(EngineProject.With(
        "using E = Engine; class C { int M(Engine engine) => {|ECTX1001:E.Current|}.Seed; }"));

    [Fact]
    public Task EntryPointThatReadsASecondTime_Triggers() => Verify(
        "[ContextEntry] int M() { var engine = Engine.Current; return {|ECTX1001:Engine.Current|}.Seed; }");

    [Fact]
    public Task WriteToAPieceOfState_Triggers() => Verify("void M(Engine engine) => {|ECTX1001:Settings.Global|} = new();");

    [Fact]
    public Task ReadAndWriteOfTheContext_TriggersWithoutAReplacement() => VerifyWithoutReplacement("void M(Engine engine) => {|ECTX1001:Engine.Current|} ??= new();");

    [Fact]
    public Task ReadWithArguments_TriggersWithoutAReplacement() => VerifyWithoutReplacement("int M(Engine engine) => {|ECTX1001:Engine.Named(\"a\")|}.Seed;");

    [Fact]
    public Task ReadInAnExpressionTree_TriggersWithoutAReplacement() =>
        VerifyWithoutReplacement("Expression<Func<int>> M(Engine engine) => () => {|ECTX1001:Engine.Current|}.Seed;");

    [Theory]
    [InlineData("void M(Engine engine) => Engine.Current = engine;")]
    [InlineData("string M(Engine engine) => nameof(Engine.Current);")]
    [InlineData("[ContextEntry] Engine M(Engine? engine) => engine ?? Engine.Current;")]
    [InlineData("/// <summary><see cref=\"Engine.Current\"/></summary>\nvoid M(Engine engine) { }")]
    [InlineData("int M(Engine engine) => engine.Seed;")]
    public Task NoRead_DoesNotTrigger(string member) => Verify(member);

    [Theory]
    [InlineData("bool M(Engine engine) => engine == Engine.Current;")]
    [InlineData("bool M(Engine engine) => Engine.Current != engine;")]
    [InlineData("bool M(Engine engine) => ReferenceEquals(engine, Engine.Current);")]
    [InlineData("bool M(Engine engine) => {|ECTX1001:Engine.Current|} == null;")]
    [InlineData("bool M(Engine engine) => ReferenceEquals(null, {|ECTX1001:Engine.Current|});")]
    public Task ComparisonWithTheAmbientContext_DoesNotTriggerButWithNullDoes(string member) => Verify(member);

    [Fact]
    public Task AccessorItself_DoesNotTrigger() => Verify("[AmbientAccessor] static Engine Mine => Engine.Current; [AmbientAccessor] static Engine Of(Engine engine) => Engine.Current;");

    [Fact]
    public Task NullableParameter_DoesNotCountAsAtHand() => Verify("int M(Engine? engine) => {|ECTX1002:Engine.Current|}.Seed;");

    [Theory]
    [InlineData("int M(bool b) { Engine engine; if (b) engine = new(); return {|ECTX1002:Engine.Current|}.Seed; }")]
    [InlineData("int M(Engine engine) { return Local(); static int Local() => {|ECTX1002:Engine.Current|}.Seed; }")]
    [InlineData("static Func<int> M(in Engine engine) => () => {|ECTX1002:Engine.Current|}.Seed;")]
    public Task ContextOutOfReach_DoesNotCountAsAtHand(string member) => Verify(member);

    [Fact]
    public Task AccessorWhoseReplacementIsTheContextItself_YieldsIt() => AnalyzerTest<AmbientReadAnalyzer>.VerifyAsync(
        Class("[AmbientAccessor(ReplacedBy = \"engine\")] static Engine Own { get; set; } = new(); void M(Engine engine) => Own = engine; int N(Engine engine) => {|ECTX1001:Own|}.Seed;"));

    [Theory]
    [InlineData("int M(Engine engine = null!) => Engine.Current.Seed;")]
    [InlineData("readonly Engine _engine = new(); int M(Engine engine = null!) => {|ECTX1001:Engine.Current|}.Seed;")]
    public Task ParameterThatMayBeLeftOut_DoesNotCountAsAtHand(string member) => Verify(member);

    [Fact]
    public Task StaticLambda_DoesNotSeeWhatIsOutside() => Verify("Func<int> M(Engine engine) => static () => {|ECTX1002:Engine.Current|}.Seed;");

    [Fact]
    public Task GeneratedCode_DoesNotTrigger() => AnalyzerTest<AmbientReadAnalyzer>.VerifyAsync(EngineProject.With(
        "// <auto-generated/>\nclass C { int M(Engine engine) => Engine.Current.Seed; }"));

    [Fact]
    public Task Suppressed_DoesNotTrigger() => Verify("int M(Engine engine) =>\n#pragma warning disable ECTX1001\nEngine.Current.Seed;");

    [Fact]
    public Task SeverityNone_TurnsTheRuleOff() => AnalyzerTest<AmbientReadAnalyzer>.VerifyAsync(
        Class("int M(Engine engine) => Engine.Current.Seed + N(); int N() => {|ECTX1002:Engine.Current|}.Seed;")
            with { EditorConfig = "[*.cs]\ndotnet_diagnostic.ECTX1001.severity = none\n" });

    [Fact]
    public Task Level_SetsTheSeverity() => AnalyzerTest<AmbientReadAnalyzer>.VerifyAsync(
        Class("int M(Engine engine) => {|ECTX1001:Engine.Current|}.Seed;").WithBuildProperty("ExplicitContextLevel", "warn"), DiagnosticSeverity.Warning);

    [Fact]
    public Task NothingDeclared_DoesNotTrigger() => AnalyzerTest<AmbientReadAnalyzer>.VerifyAsync(new TestProject(
        "class E { public static E Current { get; } = new(); } class C { E M(E e) => E.Current; }") { References = TestCompilation.FrameworkOnly });

    [Fact]
    public Task DeclaredInATextFile_Triggers() => AnalyzerTest<AmbientReadAnalyzer>.VerifyAsync(
        (new TestProject("class E { public static E Current { get; } = new(); } class C { E M(E e) => {|ECTX1001:E.Current|}; E N() => {|ECTX1002:E.Current|}; }")
            with { References = TestCompilation.FrameworkOnly }).WithContextFile("T:E\nP:E.Current\n"));

    [Theory]
    [InlineData("EnteredBy = nameof(Enter)", "Current", "Current")]
    [InlineData("EnteredBy = \"M:Game.Enter(Game)\"", "Current", "Current")]
    [InlineData("", "{|ECTX1001:Current|}", "{|ECTX1001:Current|}")]
    [InlineData("EnteredBy = nameof(Enter)", "Current", "{|ECTX1001:Other|}")]
    public Task MethodThatEntersTheContext_DoesNotTrigger_ForItsOwnAccessor(string scope, string read, string other) => AnalyzerTest<AmbientReadAnalyzer>.VerifyAsync(
        $$"""
        using System;
        using ExplicitContext;

        [ContextType("game")]
        public sealed class Game
        {
            [AmbientAccessor({{scope}})] public static Game Current { get; private set; } = new();
            [AmbientAccessor] public static Game Other { get; } = new();

            private void Touch() { }

            public static Scope Enter(Game game)
            {
                var scope = new Scope({{read}});
                {{other}}.Touch();
                Current = game;
                return scope;
            }

            public sealed class Scope(Game game) : IDisposable
            {
                public void Dispose() => Current = game;
            }
        }
        """);

    [Fact]
    public Task CSharp14Extension_Triggers() => TestCompilation.SupportsCSharp14
        ? AnalyzerTest<AmbientReadAnalyzer>.VerifyAsync(EngineProject.With(
            "static class X { extension(string s) { public int M(Engine engine) => {|ECTX1001:Engine.Current|}.Seed; } }"))
        : Task.CompletedTask;

    private static TestProject Class(string member) => EngineProject.With(
        $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq.Expressions;
        using System.Threading.Tasks;
        using ExplicitContext;
        class C
        {
            {{member}}
        }
        """);

    private static Task Verify(string member) => AnalyzerTest<AmbientReadAnalyzer>.VerifyAsync(Class(member), DiagnosticSeverity.Error);

    private static async Task VerifyWithoutReplacement(string member)
    {
        await Verify(member);
        var diagnostic = Assert.Single(await AnalyzerTest<AmbientReadAnalyzer>.DiagnosticsAsync(Class(MarkupText.Parse(member).Text)));
        Assert.DoesNotContain("Replacement", diagnostic.Properties.Keys);
    }
}
