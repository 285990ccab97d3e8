using ExplicitContext.Generators.Tests.Constructs;
using ExplicitContext.Testing;

namespace ExplicitContext.Generators.Tests;

/// <summary>Where the usual name would change what something means, an overload has a name of its own, and whatever calls it knows that.</summary>
public class OwnNameTests
{
    private const string Natural = "[PassContext] static int N(int x) => x + Engine.Current.Next(); static object Use() { var f = N; return f; } ";

    [Theory]
    [InlineData(Natural + "[PassContext] static int M() => N(1);", "M(Engine engine) => NWithEngine(engine, 1);")]
    [InlineData(Natural + "[PassContext] static int M() => Demo.N( /* one */ 1);", "M(Engine engine) => Demo.NWithEngine(engine,  /* one */ 1);")]
    [InlineData(Natural + "[PassContext] static int M() => N(x: 1);", "M(Engine engine) => NWithEngine(engine, x: 1);")]
    [InlineData(Natural + "[PassContext] static int M() => new[] { 1 }.Sum(x => N(x));", "M(Engine engine) => new[] { 1 }.Sum(x => NWithEngine(engine, x));")]
    [InlineData(Natural + "[PassContext] static int M() => N(nameof(N).Length + nameof(Demo.N).Length);", "NWithEngine(engine, nameof(N).Length + nameof(Demo.N).Length);")]
    [InlineData("[PassContext] int N<T>(T x) => Engine.Current.Next(); object Use() { var f = N<int>; return f; } [PassContext] int M(Demo? d) => d?.N<long>(1) ?? this.N(2) + d!.N<string>(\"\");", "M(Engine engine, Demo? d) => d?.NWithEngine<long>(engine, 1) ?? this.NWithEngine(engine, 2) + d!.NWithEngine<string>(engine, \"\");")]
    [InlineData("[PassContext] static int @if(int x) => x == 0 ? Engine.Current.Next() : @if(x - 1); static object Use() { var f = @if; return f; }", "static int ifWithEngine(Engine engine, int x) => x == 0 ? engine.Next() : ifWithEngine(engine, x - 1);")]
    [InlineData(Natural + "[PassContext] static int M() => new[] { 1 }.Sum(N);", "M(Engine engine) => new[] { 1 }.Sum(x => NWithEngine(engine, x));")]
    [InlineData("[PassContext] int P => Engine.Current.Depth; int Use(Engine e) => GetP(e); int GetP(object o) => 1;", "int GetPWithEngine(Engine engine) => engine.Depth;")]
    [InlineData("[PassContext] int P { set => Engine.Current.Next(); } void Use(Engine e) => SetP(e, 1); void SetP(object o, int x) { }", "void SetPWithEngine(Engine engine, int value) => engine.Next();")]
    [InlineData("[PassContext] int P => Engine.Current.Depth; int GetP(Engine other, int x = 1) => 1; int Use(Engine e) => GetP(e);", "int GetPWithEngine(Engine engine) => engine.Depth;")]
    [InlineData("[PassContext] int P => Engine.Current.Depth; int GetP;", "int GetPWithEngine(Engine engine) => engine.Depth;")]
    [InlineData("[PassContext] static int N(int x) => Engine.Current.Depth; void N(Engine e, int x) { }", "static int NWithEngine(Engine engine, int x) => engine.Depth;")]
    public void Overload_IsCalledByItsName(string members, string expected)
    {
        var run = Run(members);

        Assert.Contains(expected, Generated(run), StringComparison.Ordinal);
        Assert.Empty(TestCompilation.ErrorsOf(run.Output));
    }

    [Theory]
    [InlineData("[PassContext] static int M() => N(\"a\"); static int N(object x) => Engine.Current.Next(); static int N(Engine other, string x) => 100;")]
    [InlineData("[PassContext] static int M() => N(\"a\"); static int N(object x) => Engine.Current.Next(); static int N<T>(T other, string x) => 100;")]
    [InlineData("[PassContext] static int M() => N(\"a\"); static int N(object x) => Engine.Current.Next(); static int N(Engine other, string x, int y = 1) => 100;")]
    public void CallsThatWouldFitAnotherMethodBetter_GoToTheOverloadByItsName(string members) =>
        Assert.Contains("M(Engine engine) => NWithEngine(engine, \"a\");", Generated(Run(members)), StringComparison.Ordinal);

    [Theory]
    [InlineData("[PassContext] static int M() => N(1); static int N(object x) => Engine.Current.Next(); static int N(string x) => 100; static int N(Engine other, string x) => 100;")]
    [InlineData("[PassContext] static int M() => N(1); static int N(object x) => Engine.Current.Next(); static int N(object x, object y) => 100;")]
    [InlineData("[PassContext] static int M() => N(1); static int N(object x) => Engine.Current.Next(); static int N(Engine other, string x) => 100;")]
    [InlineData("[PassContext] static int M() => N(1); static int N(int x) => Engine.Current.Next(); static int N<T>(T other, System.Collections.Generic.IEnumerable<T> x) => 100;")]
    [InlineData("[PassContext] static int M() => N(1); static int N(object x) => Engine.Current.Next(); static int N(Engine other, string x, int y) => 100;")]
    public void MethodsThatTakeNoCallOfTheOverload_LeaveItTheUsualName(string members) =>
        Assert.Contains("M(Engine engine) => N(engine, 1);", Generated(Run(members)), StringComparison.Ordinal);

    [Fact]
    public void CallWhoseArgumentChanges_LeavesOthersOfItsNameTheUsualOne()
    {
        var run = Run("class Sink { public void Take(System.Delegate d) { } } [PassContext] static int Take(int x = 1) => Engine.Current.Depth; [PassContext] static int N(int x) => Engine.Current.Next(); static void Use(Sink s) => s.Take(N);");

        Assert.Contains("int Take(Engine engine, int x = 1)", Generated(run), StringComparison.Ordinal);
        Assert.Contains("int NWithEngine(Engine engine, int x)", Generated(run), StringComparison.Ordinal);
        Assert.Empty(TestCompilation.ErrorsOf(run.Output));
    }

    [Theory]
    [InlineData("[PassContext] static int N<T>(T x, int y) => Engine.Current.Next(); [PassContext] static int N(int y) => Engine.Current.Next(); static int Use(Engine e) => N(e, 2);", "int N<T>(Engine engine, T x, int y)", "int NWithEngine(Engine engine, int y)")]
    [InlineData("[PassContext] static int N(int x) => Engine.Current.Next(); [PassContext] static int N(string? s, object? x = null) => Engine.Current.Next(); static int Use() => N(null, null);", "int N(Engine engine, int x)", "int NWithEngine(Engine engine, string? s, object? x = null)")]
    public void OthersOfTheGroup_KeepTheUsualName(string members, string usual, string own)
    {
        var text = Generated(Run(members));

        Assert.Contains(usual, text, StringComparison.Ordinal);
        Assert.Contains(own, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Natural + "int NWithEngine;", "NWithEngine2(Engine engine, int x)")]
    [InlineData(Natural + "partial class Inner { int NWithEngine; int NWithEngine2; }", "NWithEngine3(Engine engine, int x)")]
    [InlineData(Natural + "} class Lower : Demo { void NWithEngine() { } ", "NWithEngine2(Engine engine, int x)")]
    [InlineData(Natural + "} class Other { void NWithEngine() { } ", "NWithEngine(Engine engine, int x)")]
    [InlineData("partial class B : Demo { " + Natural + "} void NWithEngine() { }", "NWithEngine2(Engine engine, int x)")]
    [InlineData("partial class B : I { " + Natural + "} interface I { int NWithEngine => 1; }", "NWithEngine2(Engine engine, int x)")]
    public void NameThatIsTaken_GetsANumber(string members, string expected) => Assert.Contains(expected, Generated(Run(members)), StringComparison.Ordinal);

    [Theory]
    [InlineData(Natural + "[PassContext] static int M() => N(1); static int NWithEngine(Engine engine, int x) => engine.Next();", "M(Engine engine) => NWithEngine(engine, 1);")]
    [InlineData("static int N(int x) => x + Engine.Current.Next(); [PassContext] static int M() => N(1); static int NWithEngine(Engine engine, int x) => engine.Next();", "M(Engine engine) => NWithEngine(engine, 1);")]
    [InlineData("[ContextEntry] static int N(int x) => x + Engine.Current.Next(); [PassContext] static int M() => N(1) + Engine.Current.Depth; static int NWithEngine2(Engine engine, int x) => engine.Next();", "M(Engine engine) => NWithEngine2(engine, 1) + engine.Depth;")]
    [InlineData("int P => Engine.Current.Next(); [PassContext] int M() => P; int GetPWithEngine(Engine engine) => engine.Next();", "M(Engine engine) => GetPWithEngine(engine);")]
    [InlineData("abstract partial class B { public abstract int N(); public abstract int NWithEngine(Engine engine); } partial class D : B { public override int N() => Engine.Current.Next(); public override int NWithEngine(Engine engine) => engine.Next(); } [PassContext] static int M(B b) => b.N();", "M(Engine engine, B b) => b.NWithEngine(engine);")]
    public void OverloadWrittenByHand_IsCalledAndNotGeneratedAgain(string members, string expected)
    {
        var run = Run(members);

        Assert.Contains(expected, Generated(run), StringComparison.Ordinal);
        Assert.Equal(2, Generated(run).Split("(Engine engine").Length);
        Assert.Empty(ConstructProgram.ReportsOf(run));
    }

    [Theory]
    [InlineData("static int N(int x) => x + Engine.Current.Next(); [PassContext] static int M() => N(1); static string NWithEngine(Engine engine, int x) => engine.Name;", "another result")]
    [InlineData("static int N(int x) => x + Engine.Current.Next(); [PassContext] static int M() => N(1); static int NWithEngineer(Engine engine, int x) => 1;", "another word")]
    [InlineData("static int N(int x) => x + Engine.Current.Next(); [PassContext] static int M() => N(1); static int NWithEngine(Engine engine, long x) => 1;", "another parameter")]
    public void MethodThatIsOnlyCalledLikeAnOverload_IsNone(string members, string difference)
    {
        var text = Generated(Run(members));

        Assert.True(text.Contains("M(Engine engine) => N(engine, 1);", StringComparison.Ordinal), difference);
        Assert.Contains("static int N(Engine engine, int x) => x + engine.Next();", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[PassContext] static int M(Engine e) => Engine.Current.Next() + C.NWithEngine(e, 2);", "static int NWithEngine(Engine engine, int x)")]
    [InlineData("[PassContext] static int M(Engine e) => Engine.Current.Next() + new C().OWithEngine<int>(e, 2);", "int OWithEngine<T>(Engine engine, T x)")]
    [InlineData("[PassContext] static int M(Engine e, C? c) => Engine.Current.Next() + (c?.GetPWithEngine(e) ?? 1);", "int GetPWithEngine(Engine engine)")]
    public void CallThatIsWrittenForAnOverloadToCome_AsksForIt(string members, string expected)
    {
        const string C = "partial class C { public static int N(int x) => x + Engine.Current.Next(); public int O<T>(T x) => Engine.Current.Next(); public int P => Engine.Current.Next(); int GetP(object o) => 1; int Use(Engine e) => GetP(e); static object Use() { var f = N; var g = new C().O<int>; return g ?? (object)f; } } ";
        var run = GeneratorTest<ContextOverloadGenerator>.RunUnchecked(Project(C + members));

        Assert.Contains(expected, Generated(run), StringComparison.Ordinal);
        Assert.Empty(TestCompilation.ErrorsOf(run.Output));
    }

    [Theory]
    [InlineData("static object F() { var f = N; return f; } [PassContext] static int N() => Engine.Current.Next();", "An overload of 'N' would change what 'N' means at Code.cs:6. So the overload that takes 'Engine' is called 'NWithEngine'.")]
    [InlineData("static object? F() => typeof(Demo).GetMethod(\"N\", (System.Reflection.BindingFlags)60); [PassContext] static int N() => Engine.Current.Next();", "With an overload of 'N', the reflection at Code.cs:6 would find two methods. So the overload that takes 'Engine' is called 'NWithEngine'.")]
    [InlineData("[PassContext] static int M() => new D().N(2); partial class B { public int N(int x) => Engine.Current.Next(); } class D : B { public int N(object o, int x) => 1; }", "A member of 'D' would take the call at Code.cs:6 in place of an overload of 'N'. So the overload that takes 'Engine' is called 'NWithEngine'.")]
    [InlineData("[PassContext] int P => Engine.Current.Depth; int GetP;", "The overload of 'P' would not compile: The type 'Demo' already contains a definition for 'GetP' (CS0102). So the overload that takes 'Engine' is called 'GetPWithEngine'.")]
    [InlineData("abstract partial class B { public abstract int N(); } partial class D : B { public override int N() => Engine.Current.Next(); } partial class E : D { public override int N() => 1; } [PassContext] static int M(B b) => b.N(); static object F(B b) { var f = b.N; return f; }", "An overload of 'N' would change what 'b.N' means at Code.cs:6. So the overload that takes 'Engine' is called 'NWithEngine'.")]
    public void Reason_IsSaidOnceAtTheMember(string members, string message)
    {
        var run = Run(members);

        Assert.Equal([message], ConstructProgram.ReportsOf(run));
        Assert.Contains("\"ECTX5005\"", run.Sources.Single(source => source.Key.Contains("Report", StringComparison.Ordinal)).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Family_HasOneName()
    {
        var text = Generated(Run(
            """
            partial interface I { int N(int x); }
            abstract partial class B : I { public abstract int N(int x); static object Use(I i) { var f = i.N; return f; } }
            partial class D : B { public override int N(int x) => x + Engine.Current.Next(); }
            partial class E : D { public override int N(int x) => base.N(x) + 1; }
            partial class X : I { int I.N(int x) => x + Engine.Current.Depth; }
            [PassContext] static int M(I i, E e) => i.N(1) + e.N(2);
            """));

        Assert.Contains("    int NWithEngine(Engine engine, int x);", text, StringComparison.Ordinal);
        Assert.Contains("public abstract int NWithEngine(Engine engine, int x);", text, StringComparison.Ordinal);
        Assert.Contains("public override int NWithEngine(Engine engine, int x) => x + engine.Next();", text, StringComparison.Ordinal);
        Assert.Contains("public override int NWithEngine(Engine engine, int x) => base.NWithEngine(engine, x) + 1;", text, StringComparison.Ordinal);
        Assert.Contains("int I.NWithEngine(Engine engine, int x) => x + engine.Depth;", text, StringComparison.Ordinal);
        Assert.Contains("M(Engine engine, I i, E e) => i.NWithEngine(engine, 1) + e.NWithEngine(engine, 2);", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_KeepsLinesDocumentationAndTheNameOfTheCaller()
    {
        var text = Generated(Run(
            """
            /// <summary>Counts.</summary>
            /// <param name="x">More.</param>
            [PassContext]
            public static string N<T>(
                T x)
                where T : class
            {
                return Caller() + N<T>(
                    x);
            }

            static string Caller([System.Runtime.CompilerServices.CallerMemberName] string name = "") => name + Engine.Current.Name;
            static object Use() { var f = N<string>; return f; }
            """));

        Assert.Contains("/// <param name=\"engine\">The context, handed on by the caller.</param>\n/// <param name=\"x\">More.</param>\n", text, StringComparison.Ordinal);
        Assert.Contains("#line 9 \"/test/Code.cs\"\ninternal static string NWithEngine<T>(Engine engine,\n    T x)\n    where T : class\n{\n", text, StringComparison.Ordinal);
        Assert.Contains("return Caller(engine, name: \"N\") + NWithEngine<T>(engine,\n", text, StringComparison.Ordinal);
    }

    private static GeneratorRun Run(string members) => GeneratorTest<ContextOverloadGenerator>.Run(Project(members));

    private static TestProject Project(string members) =>
        AmbientEngine.With("using ExplicitContext;\nusing System.Linq;\nnamespace Sample;\npublic partial class Demo\n{\n" + members + "\n}\n");

    private static string Generated(GeneratorRun run) => string.Concat(run.Sources.Where(source => !source.Key.Contains("Report", StringComparison.Ordinal)).Select(source => source.Value));
}
