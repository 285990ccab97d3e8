using ExplicitContext.Analyzers.Passing;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Analyzers.Tests.Passing;

/// <summary>ECTX2001.</summary>
public sealed class PassContextTests
{
    [Theory]
    [InlineData("int M(Engine engine) => [|Run|](1);")]
    [InlineData("int M(Engine engine) => C.[|Run|](1);")]
    [InlineData("int M(Engine engine, C other) => other.[|Step|](\"a\");")]
    [InlineData("int? M(Engine engine, C? other) => other?.[|Step|](\"a\");")]
    [InlineData("int M(Engine engine) => [|Generic|](1);")]
    [InlineData("int M(Engine engine) => [|Generic<int>|](1);")]
    [InlineData("C M(Engine engine) => new [|C|](1);")]
    [InlineData("C M(Engine engine) => [|new|](1);")]
    [InlineData("C M(Engine engine) => new [|C|](1) { Value = 2 };")]
    [InlineData("int M(Engine engine) => \"a\".[|Extend|](1);")]
    [InlineData("int M(Engine engine) => X.[|Extend|](\"a\", 1);")]
    [InlineData("int M(Engine engine) => [|Optional|]();")]
    [InlineData("int M(Engine engine) => [|Many|](1, 2, 3);")]
    [InlineData("int M(Session session) => [|Run|](1);")]
    [InlineData("int M() { var engine = new Engine(); return [|Run|](1); }")]
    [InlineData("async Task<int> M(Engine engine) { await Task.Yield(); return [|Run|](1); }")]
    [InlineData("Func<int> M(Engine engine) => () => [|Run|](1);")]
    [InlineData("Func<Engine, int> M() => static engine => [|Run|](1);")]
    [InlineData("int M() { return Local(new()); static int Local(Engine engine) => [|Run|](1); }")]
    [InlineData("int M(Engine engine) => [|Run|]([|Run|](1));")]
    [InlineData("int M(Engine engine) { return Local(); int Local() => [|Run|](1); }")]
    [InlineData("IEnumerable<int> M(Engine engine) { yield return [|Run|](1); }")]
    [InlineData("[ContextEntry] int M() { var engine = Engine.Current; return [|Run|](1); }")]
    public Task ContextInScope_Triggers(string member) => Verify(member);

    [Fact]
    public Task OverloadWithANameOfItsOwn_TriggersWithThatName() => AnalyzerTest<PassContextAnalyzer>.VerifyAsync(
        EngineProject.With("class C { static int N(int x) => x; static int NWithEngine(Engine engine, int x) => x; static int O() => 1; static int O(Engine engine) => 1; int M(Engine engine) => [|N|](1) + [|O|](); }"),
        severity: null,
        "'C.N(int)' has an overload that takes a context: call 'NWithEngine' with 'engine'",
        "'C.O()' has an overload that takes a context: pass 'engine'");

    [Theory]
    [InlineData("static int NWithEngine(Engine engine, long x) => 1;")]
    [InlineData("static string NWithEngine(Engine engine, int x) => \"\";")]
    [InlineData("static int NWithEngines(Engine engine, int x) => 1;")]
    [InlineData("int NWithEngine(Engine engine, int x) => 1;")]
    public Task MethodThatIsOnlyCalledLikeAnOverload_DoesNotTrigger(string like) => AnalyzerTest<PassContextAnalyzer>.VerifyAsync(
        EngineProject.With($"class C {{ static int N(int x) => x; {like} int M(Engine engine) => N(1); }}"));

    [Theory]
    [InlineData("Func<int, int> M(Engine engine) => [|Run|];")]
    [InlineData("Func<int, int> M(Engine engine) => new Func<int, int>(C.[|Run|]);")]
    [InlineData("IEnumerable<int> M(Engine engine, int[] all) => all.Select([|Run|]);")]
    public Task MethodGroup_Triggers(string member) => Verify(member);

    [Theory]
    [InlineData("event Func<int, int>? E; void M(Engine engine) { E += Run; E -= Run; E -= new Func<int, int>(Run); }")]
    [InlineData("unsafe void M(Engine engine) { delegate*<int, int> f = &Run; }")]
    [InlineData("string M(Engine engine) => nameof(Run);")]
    [InlineData("Func<int, int> M(in Engine engine) => Run;")]
    public Task MethodGroupThatMustStay_DoesNotTrigger(string member) => Verify(member);

    [Fact]
    public Task ConstructorInitializers_Trigger() => AnalyzerTest<PassContextAnalyzer>.VerifyAsync(EngineProject.With(
        """
        class B { protected B(int x) { } protected B(Engine engine, int x) { } }
        class D : B { D(Engine engine) : [|base|](1) { } D(Engine engine, string s) : [|this|](2) { } D(int y) : base(y) { } D(Engine engine, int y) : base(engine, y) { } }
        """));

    [Theory]
    [InlineData("int M() => Run(1);")]
    [InlineData("int M(Engine? engine) => Run(1);")]
    [InlineData("int M(Engine engine) => Run(engine, 1);")]
    [InlineData("int M(Engine engine) => Alone(1);")]
    [InlineData("int M(Engine engine) => OtherParameters(1);")]
    [InlineData("int M(Engine engine) => OtherReturn(1);")]
    [InlineData("int M(Engine engine) => OtherPosition(1);")]
    [InlineData("int M(Engine engine) => InstanceOnly(1);")]
    [InlineData("int M(Engine engine) => OtherDefault();")]
    [InlineData("int M(Engine engine) => Y.Hidden(1);")]
    [InlineData("Func<int> M(Engine engine) => static () => Run(1);")]
    [InlineData("int M(Engine engine) { return Local(); static int Local() => Run(1); }")]
    [InlineData("Expression<Func<int>> M(Engine engine) => () => Run(1);")]
    [InlineData("int M(Engine engine, dynamic x) => Run(x);")]
    public Task NothingToPassOrNoTwin_DoesNotTrigger(string member) => Verify(member);

    [Theory]
    [InlineData("int M(int x) => x; int M(Engine engine, int x) => M(x);")]
    [InlineData("int M(int x) => x; int M(Engine engine, int x) { return Local(); int Local() => M(x); }")]
    [InlineData("int M(int x) => x; Func<int> N(Engine engine) => () => 1; int M(Engine engine, int x) => ((Func<int>)(() => M(x)))();")]
    [InlineData("int M(int x) => M(Engine.Current, x); int M(Engine engine, int x) => x;")]
    [InlineData("C(string s) { } C(Engine engine, string s) : this(s) { }")]
    public Task OverloadAndItsShim_DoNotTrigger(string members) => Verify(members);

    [Fact]
    public Task RecursionInTheLegacyMember_TriggersOnceAContextIsAtHand() => Verify(
        "[ContextEntry] int M(int x) { var engine = Engine.Current; return x == 0 ? engine.Seed : [|M|](x - 1); } int M(Engine engine, int x) => x;");

    [Fact]
    public Task InterfaceMember_Triggers() => AnalyzerTest<PassContextAnalyzer>.VerifyAsync(EngineProject.With(
        "interface I { int M(int x); int M(Engine engine, int x); } class C { int N(Engine engine, I i) => i.[|M|](1); }"));

    [Fact]
    public Task OverloadOfAnotherAssembly_Triggers() => AnalyzerTest<PassContextAnalyzer>.VerifyAsync(
        new TestProject("class C { int N(Engine engine) => Library.[|M|](1); int O(Engine engine) => Library.Internal(1); }")
        {
            References =
            [
                .. TestCompilation.References,
                TestCompilation.ToReference(TestCompilation.Create(
                    EngineProject.World,
                    "public static class Library { public static int M(int x) => x; public static int M(Engine engine, int x) => x; public static int Internal(int x) => x; internal static int Internal(Engine engine, int x) => x; }")),
            ],
        });

    [Theory]
    [InlineData("extension(string s) { public int M(int x) => x; public int M(Engine engine, int x) => x; }", true)]
    [InlineData("extension(string s) { public int M(int x) => x; } extension(string t) { public int M(Engine engine, int x) => x; }", true)]
    [InlineData("extension<T>(T s) where T : class { public int M(T y, int x) => x; public int M(int x) => x; } extension<T>(T t) where T : class { public int M(Engine engine, int x) => x; }", true)]
    [InlineData("extension<T>(T s) where T : class { public int M(int x) => x; } extension<T>(System.Collections.Generic.List<T> t) where T : class { public int M(Engine engine, int x) => x; }", false)]
    [InlineData("extension(string s) { public int M(int x) => x; } extension(object t) { public int M(Engine engine, int x) => x; }", false)]
    public Task TwinInAnExtensionBlock_Triggers(string blocks, bool triggers) => TestCompilation.SupportsCSharp14
        ? AnalyzerTest<PassContextAnalyzer>.VerifyAsync(EngineProject.With(
            $"static class X {{ {blocks} }} class C {{ int N(Engine engine) => \"a\".{(triggers ? "[|M|]" : "M")}(1); }}"))
        : Task.CompletedTask;

    [Fact]
    public async Task TwoTwins_TheNearestContextIsPassed()
    {
        var project = EngineProject.With(
            "class C { int N(Session session) => M(1); static int M(int x) => x; static int M(Engine engine, int x) => x; static int M(Session session, int x) => x; }");
        var diagnostic = Assert.Single(await AnalyzerTest<PassContextAnalyzer>.DiagnosticsAsync(project));
        Assert.Equal("session", diagnostic.Properties["Context"]);
        Assert.Equal("M:C.M(Session,System.Int32)", diagnostic.Properties["Overload"]);
    }

    [Fact]
    public Task Message_NamesCalleeAndContext() => AnalyzerTest<PassContextAnalyzer>.VerifyAsync(
        Class("int M(Session session) => [|Run|](1);"), DiagnosticSeverity.Error, "'C.Run(int)' has an overload that takes a context: pass 'session.Engine'");

    [Fact]
    public Task Level_SetsTheSeverity() => AnalyzerTest<PassContextAnalyzer>.VerifyAsync(
        Class("int M(Engine engine) => [|Run|](1);").WithBuildProperty("ExplicitContextLevel", "warn"), DiagnosticSeverity.Warning);

    [Fact]
    public Task GeneratedCode_DoesNotTrigger() => AnalyzerTest<PassContextAnalyzer>.VerifyAsync(EngineProject.With(
        "// <auto-generated/>\nclass C { int N(Engine engine) => M(1); int M(int x) => x; int M(Engine engine, int x) => x; }"));

    [Fact]
    public Task Suppressed_DoesNotTrigger() => AnalyzerTest<PassContextAnalyzer>.VerifyAsync(EngineProject.With(
        "class C { int N(Engine engine) =>\n#pragma warning disable ECTX2001\nM(1); int M(int x) => x; int M(Engine engine, int x) => x; }"));

    [Fact]
    public Task SeverityNone_TurnsTheRuleOff() => AnalyzerTest<PassContextAnalyzer>.VerifyAsync(
        Class("int M(Engine engine) => Run(1);") with { EditorConfig = "[*.cs]\ndotnet_diagnostic.ECTX2001.severity = none\n" });

    [Fact]
    public Task PartialMember_Triggers() => AnalyzerTest<PassContextAnalyzer>.VerifyAsync(EngineProject.With(
        """
        partial class C { private partial int M(int x); int M(Engine engine, int x) => x; }
        partial class C { private partial int M(int x) => x; int N(Engine e) => [|M|](1); }
        """));

    [Fact]
    public Task DeclaredInATextFile_Triggers() => AnalyzerTest<PassContextAnalyzer>.VerifyAsync(
        (new TestProject("class E; class C { int N(E e) => [|M|](1); int M(int x) => x; int M(E e, int x) => x; }") with { References = TestCompilation.FrameworkOnly })
            .WithContextFile("T:E"));

    private static Task Verify(string member) => AnalyzerTest<PassContextAnalyzer>.VerifyAsync(Class(member));

    private static TestProject Class(string member) => EngineProject.With(
        $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Linq.Expressions;
        using System.Threading.Tasks;
        using ExplicitContext;
        class C
        {
            public int Value;
            {{member}}

            C(int x) { } C(Engine engine, int x) { }
            int Step(string s) => 0; int Step(Engine engine, string s) => 0;
            static int Run(int x) => x; static int Run(Engine engine, int x) => x;
            static int Generic<T>(T x) => 0; static int Generic<T>(Engine engine, T x) => 0;
            static int Optional(int x = 1) => x; static int Optional(Engine engine, int x = 1) => x;
            static int OtherDefault(int x = 1) => x; static int OtherDefault(Engine engine, int x) => x;
            static int Many(params int[] x) => 0; static int Many(Engine engine, params int[] x) => 0;
            static int Alone(int x) => x;
            static int OtherParameters(int x) => x; static int OtherParameters(Engine engine, long x) => 0;
            static int OtherReturn(int x) => x; static long OtherReturn(Engine engine, int x) => x;
            static int OtherPosition(int x) => x; static int OtherPosition(int x, Engine engine) => x;
            static int InstanceOnly(int x) => x; int InstanceOnly(Engine engine, int x) => x;
        }
        static class X { public static int Extend(this string s, int x) => x; public static int Extend(this string s, Engine engine, int x) => x; }
        static class Y { public static int Hidden(int x) => x; private static int Hidden(Engine engine, int x) => x; }
        """);
}
