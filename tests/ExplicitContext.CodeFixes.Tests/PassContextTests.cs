using ExplicitContext.Analyzers.Passing;
using ExplicitContext.Testing;

namespace ExplicitContext.CodeFixes.Tests;

/// <summary>The fix of ECTX2001.</summary>
public sealed class PassContextTests
{
    [Theory]
    [InlineData("int M(Engine engine) => [|Run|](1);", "int M(Engine engine) => Run(engine, 1);")]
    [InlineData("int M(Engine engine) => [|None|]();", "int M(Engine engine) => None(engine);")]
    [InlineData("int M(Session session) => C.[|Run|](x: 1);", "int M(Session session) => C.Run(session.Engine, x: 1);")]
    [InlineData("int? M(Engine engine, C? c) => c?.[|Step|](\"a\");", "int? M(Engine engine, C? c) => c?.Step(engine, \"a\");")]
    [InlineData("int? M(Engine engine, C? c) => c?.Next.[|Step|](\"a\");", "int? M(Engine engine, C? c) => c?.Next.Step(engine, \"a\");")]
    [InlineData("int? M(Engine engine, C? c) => c?.Next?.[|Step|](\"a\");", "int? M(Engine engine, C? c) => c?.Next?.Step(engine, \"a\");")]
    [InlineData("int M(Engine engine) => [|Generic<int>|](1);", "int M(Engine engine) => Generic<int>(engine, 1);")]
    [InlineData("C M(Engine engine) => new [|C|](1) { Value = 2 };", "C M(Engine engine) => new C(engine, 1) { Value = 2 };")]
    [InlineData("P M(Engine engine) => new [|P|] { Value = 2 };", "P M(Engine engine) => new P(engine) { Value = 2 };")]
    [InlineData("C M(Engine engine) => [|new|](1);", "C M(Engine engine) => new(engine, 1);")]
    [InlineData("int M(Engine engine) => \"a\".[|Extend|](1);", "int M(Engine engine) => \"a\".Extend(engine, 1);")]
    [InlineData("int M(Engine engine) => X.[|Extend|](\"a\", 1);", "int M(Engine engine) => X.Extend(\"a\", engine, 1);")]
    [InlineData("int M(Engine engine) => X.[|Bare|](\"a\");", "int M(Engine engine) => X.Bare(\"a\", engine);")]
    [InlineData("int M(Engine engine) => [|Optional|]();", "int M(Engine engine) => Optional(engine);")]
    [InlineData("int M(Engine engine) => [|Many|](1, 2);", "int M(Engine engine) => Many(engine, 1, 2);")]
    [InlineData("int M(Engine engine) => [|Run|]([|Run|](1));", "int M(Engine engine) => Run(engine, Run(engine, 1));")]
    [InlineData("void M(Engine engine) => [|Out|](out var x);", "void M(Engine engine) => Out(engine, out var x);")]
    [InlineData("async Task<int> M(Engine engine) => await Task.FromResult([|Run|](1));", "async Task<int> M(Engine engine) => await Task.FromResult(Run(engine, 1));")]
    public Task Call_FixesByPassingTheContext(string before, string after) => Verify(before, after);

    [Fact]
    public Task OverloadOfLowerPriority_FixesByNamingTheArgument() => Verify(
        "int M(Engine engine) => [|Hijacked|](1);",
        "int M(Engine engine) => Hijacked(engine: engine, 1);");

    [Theory]
    [InlineData("Func<int, int> M(Engine engine) => [|Run|];", "Func<int, int> M(Engine engine) => x => Run(engine, x);")]
    [InlineData("Func<int> M(Engine engine) => new Func<int>(C.[|None|]);", "Func<int> M(Engine engine) => new Func<int>(() => C.None(engine));")]
    [InlineData("Func<int, int> M(Engine x) => [|Run|];", "Func<int, int> M(Engine x) => xValue => Run(x, xValue);")]
    [InlineData("IEnumerable<int> M(Engine engine, int[] all) => all.Select([|Run|]).Where(n => n > [|Run|](n));", "IEnumerable<int> M(Engine engine, int[] all) => all.Select(x => Run(engine, x)).Where(n => n > Run(engine, n));")]
    [InlineData("Func<int, int> M(Engine engine) => [|Keyword|];", "Func<int, int> M(Engine engine) => @event => Keyword(engine, @event);")]
    [InlineData("Func<string, int> M(Engine engine) => this.[|Step|];", "Func<string, int> M(Engine engine) => s => this.Step(engine, s);")]
    public Task MethodGroup_FixesByALambda(string before, string after) => Verify(before, after);

    [Theory]
    [InlineData("Func<string, int> M(Engine engine) => new C(engine, 1).[|Step|];")]
    [InlineData("delegate void D(out int x); D M(Engine engine) => [|Out|];")]
    public Task MethodGroupThatIsNotTheSameAsALambda_IsNotOffered(string member) =>
        CodeFixTest<PassContextAnalyzer, PassContextCodeFixProvider>.VerifyNoFixAsync(Class(member));

    [Theory]
    [InlineData("int M(Engine engine) => [|Named|](1);", "int M(Engine engine) => NamedWithEngine(engine, 1);")]
    [InlineData("int M(Engine engine) => C.[|Named|](x: 1);", "int M(Engine engine) => C.NamedWithEngine(engine, x: 1);")]
    [InlineData("int? M(Session session, C? c) => c?.[|Own<int>|](1);", "int? M(Session session, C? c) => c?.OwnWithEngine2<int>(session.Engine, 1);")]
    [InlineData("int M(Engine engine) => [|Named|]([|Run|]([|Named|](1)));", "int M(Engine engine) => NamedWithEngine(engine, Run(engine, NamedWithEngine(engine, 1)));")]
    public Task OverloadWithANameOfItsOwn_FixesByCallingIt(string before, string after) => Verify(before, after);

    [Fact]
    public Task MethodGroupWhoseOverloadHasANameOfItsOwn_IsNotOffered() =>
        CodeFixTest<PassContextAnalyzer, PassContextCodeFixProvider>.VerifyNoFixAsync(Class("Delegate M(Engine engine) => [|Named|];"));

    [Fact]
    public Task ArgumentsOnLinesOfTheirOwn_KeepTheirLayout() => Verify(
        """
        int M(Engine engine) => [|Two|](
                1, // one
                2);
        """,
        """
        int M(Engine engine) => Two(
                engine,
                1, // one
                2);
        """);

    [Fact]
    public Task Comments_AreKept() => Verify(
        "int M(Engine engine) => /* a */ [|Two|]( /* b */ 1, 2 /* c */ ); // d",
        "int M(Engine engine) => /* a */ Two( engine, /* b */ 1, 2 /* c */ ); // d");

    [Fact]
    public Task ConstructorInitializers_FixByPassingTheContext() => CodeFixTest<PassContextAnalyzer, PassContextCodeFixProvider>.VerifyAsync(
        EngineProject.With(
            """
            class B { protected B(int x) { } protected B(Engine engine, int x) { } protected B() { } }
            class D : B { D(Engine engine) : [|base|](1) { } D(Engine engine, string s) : [|this|](2) { } D(int y) : base(y) { } D(Engine engine, int y) : base(engine, y) { } }
            """),
        """
        class B { protected B(int x) { } protected B(Engine engine, int x) { } protected B() { } }
        class D : B { D(Engine engine) : base(engine, 1) { } D(Engine engine, string s) : this(engine, 2) { } D(int y) : base(y) { } D(Engine engine, int y) : base(engine, y) { } }
        """,
        EngineProject.World);

    [Fact]
    public Task ManyCallsInManyFiles_FixByFixAll() => CodeFixTest<PassContextAnalyzer, PassContextCodeFixProvider>.VerifyAsync(
        new TestProject(
            "class A { int M(Engine e) => L.[|F|](L.[|F|](1)) + L.[|F|](2); int N() => L.F(1); }",
            "class B { int M(Session s) { return L.[|F|](3); } }",
            "static class L { public static int F(int x) => x; public static int F(Engine engine, int x) => x; }",
            EngineProject.World),
        "class A { int M(Engine e) => L.F(e, L.F(e, 1)) + L.F(e, 2); int N() => L.F(1); }",
        "class B { int M(Session s) { return L.F(s.Engine, 3); } }",
        "static class L { public static int F(int x) => x; public static int F(Engine engine, int x) => x; }",
        EngineProject.World);

    private static Task Verify(string before, string after) => CodeFixTest<PassContextAnalyzer, PassContextCodeFixProvider>.VerifyAsync(
        Class(before), Class(after).Sources[0], EngineProject.World);

    private static TestProject Class(string member) => EngineProject.With(
        $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Runtime.CompilerServices;
        using System.Threading.Tasks;
        using ExplicitContext;
        class C
        {
            public int Value;
            C Next => this;
            {{member}}

            C(int x) { } C(Engine engine, int x) { }
            int Step(string s) => 0; int Step(Engine engine, string s) => 0;
            static int None() => 0; static int None(Engine engine) => 0;
            static int Run(int x) => x; static int Run(Engine engine, int x) => x;
            static int Named(int x) => x; static int NamedWithEngine(Engine engine, int x) => x;
            int Own<T>(T x) => 0; int OwnWithEngine2<T>(Engine engine, T x) => 0;
            static int Keyword(int @event) => 0; static int Keyword(Engine engine, int @event) => 0;
            static int Two(int x, int y) => x; static int Two(Engine engine, int x, int y) => x;
            static void Out(out int x) => x = 1; static void Out(Engine engine, out int x) => x = 1;
            static int Generic<T>(T x) => 0; static int Generic<T>(Engine engine, T x) => 0;
            static int Optional(int x = 1) => x; static int Optional(Engine engine, int x = 1) => x;
            static int Many(params int[] x) => 0; static int Many(Engine engine, params int[] x) => 0;
            static int Hijacked(params object[] x) => 0; [OverloadResolutionPriority(-1)] static int Hijacked(Engine engine, params object[] x) => 0;
        }
        class P { public int Value; public P() { } public P(Engine engine) { } }
        static class X
        {
            public static int Extend(this string s, int x) => x; public static int Extend(this string s, Engine engine, int x) => x;
            public static int Bare(this string s) => 0; public static int Bare(this string s, Engine engine) => 0;
        }
        """);
}
