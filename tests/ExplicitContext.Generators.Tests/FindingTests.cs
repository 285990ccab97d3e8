using System.Collections.Immutable;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Generators.Tests;

/// <summary>What cannot be generated is said once, with its reason, and costs no other member anything.</summary>
public class FindingTests
{
    [Theory]
    [InlineData("[PassContext] public virtual int M() => Engine.Current.Depth;", "other assemblies can derive from 'Demo'")]
    [InlineData("[PassContext] public override string ToString() => Engine.Current.Name;", "it overrides 'Object.ToString', which is declared outside")]
    [InlineData("[PassContext] public static int M(Demo a) => a + 1; public static int operator +(Demo a, int b) => Engine.Current.Depth + b;", "'Demo.operator +': it is an operator, which cannot take another operand; ask for a method beside it by [PassContext]")]
    [InlineData("[PassContext] public static bool operator true(Demo a) => Engine.Current.Depth > 0; public static bool operator false(Demo a) => true;", "'Demo.operator true': it is an operator that only the language calls")]
    [InlineData("[PassContext] public static int operator +(Demo a, int b) => Engine.Current.Depth + b;", "")]
    [InlineData("[PassContext] void System.IDisposable.Dispose() => Engine.Current.Next();", "explicitly")]
    [InlineData("[PassContext] public int M() => K(V); static int K(System.Func<int> f) => (f ?? (() => 1))(); static int V() => Engine.Current.Depth;", "'V' is used as a delegate, which 'K' may keep or compare; write a lambda")]
    [InlineData("[PassContext] public int M() { E += V; return 1; } event System.Func<int>? E; static int V() => Engine.Current.Depth;", "which handles an event")]
    [InlineData("[PassContext] public int M() => K(V); static int K(System.Func<int> f) => 1; static int K(System.Func<int, int> f) => f(2); static int V(int x) => Engine.Current.Depth; static int V(int x, int y) => 1;", "")]
    [InlineData("[PassContext] public int M() => this[^2]; int Count => 3; int this[int i] => i + Engine.Current.Depth;", "'this[]' is called by the language")]
    [InlineData("[PassContext] public bool M() => this is [1, ..]; int Count => 3; int this[int i] => i + Engine.Current.Depth;", "'this[]' is called by the language")]
    [InlineData("[PassContext] public virtual int this[int i] => i + Engine.Current.Depth;", "other assemblies can derive from 'Demo'")]
    [InlineData("[PassContext] public int M() => new Other().X; partial class Other { public int X = Engine.Current.Depth; }", "'X' is initialised by a read of the ambient, whichever constructor runs. Declare a constructor")]
    [InlineData("[PassContext] public int M() => new Other().X; partial class Other { public int X = Read(); public Other() { } static int Read() => Engine.Current.Depth; }", "Assign it in the constructors")]
    [InlineData("[PassContext] public int M() => new Other(1).X; partial class Other(int y) { public int X = y + Engine.Current.Depth; }", "as a parameter of the primary constructor")]
    [InlineData("[PassContext] public int M() => new Other(1).X; partial class Other(int y) : Base(Engine.Current.Depth) { public int Y = y; } class Base(int x) { public int X = x; }", "is a primary constructor")]
    [InlineData("[PassContext] public int M() => new Other().X; partial class Base { public int X; public Base() => X = Engine.Current.Depth; } partial class Other : Base { }", "declare it")]
    [InlineData("[PassContext] public int M() => Make<Other>().X; static T Make<T>() where T : new() => new T(); partial class Other { public int X; public Other() => X = Engine.Current.Depth; }", "'Other' is called by the language")]
    [InlineData("[PassContext] public int M() => new Other().X; partial class Other : System.Attribute { public int X; public Other() => X = Engine.Current.Depth; }", "of an attribute")]
    [InlineData("[PassContext] public object M() => new Other(1) with { X = 2 }; partial record Other(int X) { protected Other(Other other) => X = Engine.Current.Depth; }", "'with' reads the ambient through what cannot take the context. No context-passing overload for 'Other.Other': it copies a record")]
    [InlineData("[PassContext] public int M(dynamic d) => new Other(d).X + this[d]; int this[int i] => Engine.Current.Depth; partial class Other { public int X; public Other(int x) => X = x + Engine.Current.Depth; }", "'Other' is bound at run time")]
    [InlineData("[PassContext] public int M(dynamic d) => this[d]; int this[int i] => i + Engine.Current.Depth;", "'this[]' is bound at run time")]
    [InlineData("[PassContext] public int M(dynamic d) { P = d; return 1; } int P { set => Engine.Current.Next(); }", "in a statement of its own")]
    [InlineData("[PassContext] static Demo() => Engine.Current.Next();", "before there is any context")]
    [InlineData("[PassContext] ~Demo() => Engine.Current.Next();", "'Demo.~Demo': it is a finalizer")]
    [InlineData("[PassContext] public object M() => new Demo { P = 1 }; int P { init => Engine.Current.Next(); }", "is an init accessor")]
    [InlineData("[PassContext] public int M() { P = P = 2; return 1; } int P { set => Engine.Current.Next(); }", "in a statement of its own")]
    [InlineData("[PassContext] public int M() { P = 2; return P; } int P { get => Engine.Current.Depth; set { } }", "")]
    [InlineData("[PassContext] public int M() { P += 2; return P; } int P { get => Engine.Current.Depth; set { } }", "")]
    [InlineData("[PassContext] public int M() { System.Func<int> f = static () => Engine.Current.Depth; return f(); }", "static lambda")]
    [InlineData("[PassContext] public System.Func<int> M() => () => Engine.Current.Depth;", "returned")]
    [InlineData("System.Func<int>? f; [PassContext] public void M() => f = () => Engine.Current.Depth;", "stored")]
    [InlineData("[PassContext] public void M() => E += () => Engine.Current.Next(); event System.Action? E;", "event")]
    [InlineData("[PassContext] public object M() { System.Linq.Expressions.Expression<System.Func<int>> e = () => Engine.Current.Depth; return e; }", "expression tree")]
    [InlineData("[PassContext] public void M() { Engine.Current = new Engine(\"other\"); Engine.Current.Next(); }", "ambient changes")]
    [InlineData("[PassContext] public int M() { using var d = new Res(); return Engine.Current.Depth; } sealed partial class Res : System.IDisposable { public void Dispose() => Engine.Current.Next(); }", "is called by the language")]
    [InlineData("[PassContext] public int M(I i) => i.X(); public interface I { int X(); } public class Impl : I { public int X() => Engine.Current.Depth; }", "other assemblies can implement 'I'")]
    [InlineData("[PassContext] public int M() { return K(L); static int L() => Engine.Current.Depth; } static int K(System.Func<int> f) => f();", "used as a delegate")]
    public void ConstructThatCannotBeRewritten_IsReportedWithItsReason(string members, string reason)
    {
        var run = Run("public partial class Demo : System.IDisposable\n{\n" + members + "\npublic void Dispose() { }\n}\n");

        var reports = Reports(run);
        if (reason.Length == 0)
            Assert.Empty(reports);
        else
            Assert.Contains(reports, report => report.Rule == "ECTX5002" && report.Message.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public void TypeThatIsNotPartial_IsReportedAtTheType()
    {
        var report = Assert.Single(Reports(Run("public class Demo { [PassContext] int M() => Engine.Current.Depth; [PassContext] int N() => Engine.Current.Depth; }")).DistinctBy(report => report.Symbol));

        Assert.Equal(("ECTX5001", "T:Sample.Demo"), (report.Rule, report.Symbol));
        Assert.Contains("Make it partial", report.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TypesThatAreNotPartial_AreReportedOnceEachHoweverDeepInTheCalls()
    {
        var reports = Reports(Run("public partial class Demo { [PassContext] int M() => One.A() + One.B(); } static class One { public static int A() => Two.Three.C(); public static int B() => Engine.Current.Depth; } static class Two { public static partial class Three { public static int C() => Engine.Current.Depth; } }"));

        Assert.Equal([("ECTX5001", "T:Sample.One"), ("ECTX5001", "T:Sample.Two")], reports.Select(report => (report.Rule, report.Symbol)));
    }

    [Fact]
    public void OverloadThatWouldMakeACallAmbiguous_GetsANameOfItsOwn()
    {
        var run = Run(
            """
            public partial class Demo
            {
                [PassContext] static int M(string? s, object? x = null) => Engine.Current.Depth;
                [PassContext] static int N() => Engine.Current.Depth;
                static int Use() => M(null, null);
                static System.Delegate Natural() { var f = N; return f; }
            }
            """);

        Assert.Equal(["M:Sample.Demo.M(System.String,System.Object)", "M:Sample.Demo.N"], Reports(run).Where(report => report.Rule == "ECTX5005").Select(report => report.Symbol).Order());
    }

    [Fact]
    public void OverloadWrittenByHand_IsCalledAndNotGeneratedAgain()
    {
        var run = Run("public partial class Demo { [PassContext] static int M() => N(2); static int N(int x) => Engine.Current.Depth + x; static int N(Engine engine, int x) => engine.Depth + x; }");

        Assert.Empty(Reports(run));
        Assert.Equal(2, Generated(run).Split("(Engine engine").Length);
        Assert.Contains("M(Engine engine) => N(engine, 2);", Generated(run), StringComparison.Ordinal);
    }

    [Fact]
    public void EntryPoint_IsNeitherRewrittenNorFollowed()
    {
        var run = Run("public partial class Demo { [PassContext] static int M() => N() + Engine.Current.Depth; [ContextEntry] static int N() => Engine.Current.Depth; }");

        Assert.Contains("M(Engine engine) => N() + engine.Depth;", Generated(run), StringComparison.Ordinal);
    }

    [Fact]
    public void MemberThatAlreadyTakesTheContext_GetsNoOverload()
    {
        var run = Run("public partial class Demo { [PassContext] static int M(Engine engine) => Engine.Current.Depth + engine.Depth; }");

        Assert.Empty(run.Sources);
    }

    [Fact]
    public void TextFile_DeclaresContextAccessorAndRequest()
    {
        var project = new TestProject(
            """
            namespace Old;
            public class Host { public static Host Now { get; } = new(); public int Size => 3; }
            public static partial class User { public static int Twice() => Host.Now.Size * 2; }
            """).WithContextFile("T:Old.Host; parameter=host\nP:Old.Host.Now\nM:Old.User.Twice; pass\n");

        var run = GeneratorTest<ContextOverloadGenerator>.Run(project);

        Assert.Contains("internal static int Twice(Host host) => host.Size * 2;", Generated(run), StringComparison.Ordinal);
    }

    [Fact]
    public void StateAccessor_IsReplacedByItsExpression_FromTheNarrowestContext()
    {
        var project = new TestProject(
            """
            using ExplicitContext;
            namespace Sample;
            [ContextType("engine", ParameterName = "engine")] public class Engine { public int Limit => 3; }
            [ContextType("session", ParameterName = "session")] public class Session { public Session(Engine engine) => Engine = engine; public Engine Engine { get; } [AmbientAccessor] public static Session Current => new(new()); }
            public static class Options { [AmbientAccessor(ReplacedBy = "engine.Limit")] public static int Limit => 3; }
            public static partial class User
            {
                [PassContext] public static int Outer() => Inner() + Session.Current.GetHashCode();
                private static int Inner() => Options.Limit;
            }
            """);

        var text = Generated(GeneratorTest<ContextOverloadGenerator>.Run(project));

        Assert.Contains("Outer(Session session) => Inner(session.Engine) + session.GetHashCode();", text, StringComparison.Ordinal);
        Assert.Contains("Inner(Engine engine) => engine.Limit;", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Comments_AreThoseDirectlyAbove_AndNothingThatIsSwitchedOff()
    {
        var text = Generated(Run(
            """
            public static partial class Demo
            {
                // A heading for all that follows.

            #if NEVER
                private static int Off() => 1;
            #endif
                // What M does.
                /* And more. */
                [PassContext, System.Obsolete("x")]
                static int M()
                {
            #if NEVER
                    return 0;
            #else
                    return Engine.Current.Depth; // the depth
            #endif
                }
            }
            """));

        Assert.DoesNotContain("heading", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Off()", text, StringComparison.Ordinal);
        Assert.Contains("    // What M does.\n    /* And more. */\n    [System.Obsolete(\"x\")]\n#line 13 ", text, StringComparison.Ordinal);
        Assert.Contains("return engine.Depth; // the depth", text, StringComparison.Ordinal);
    }

    [Fact]
    public void BrokenCode_CostsNoException()
    {
        var run = GeneratorTest<ContextOverloadGenerator>.RunUnchecked(AmbientEngine.With(
            "using ExplicitContext; namespace Sample; public partial class Demo { [PassContext] static int M() => Missing(Engine.Current.; [PassContext] static int N( => Engine.Current.Depth; [PassContext] int }"));

        Assert.Null(run.Result.Exception);
    }

    private static GeneratorRun Run(string source) =>
        GeneratorTest<ContextOverloadGenerator>.Run(AmbientEngine.With("using ExplicitContext;\nnamespace Sample;\n" + source));

    private static string Generated(GeneratorRun run) => string.Concat(run.Sources.Where(source => !source.Key.Contains("Report", StringComparison.Ordinal)).Select(source => source.Value));

    private static ImmutableArray<(string Rule, string Symbol, string Message)> Reports(GeneratorRun run) =>
    [
        .. run.Output.Assembly.GetAttributes()
            .Where(attribute => attribute.AttributeClass!.Name == nameof(GenerationReportAttribute))
            .Select(attribute => attribute.ConstructorArguments.Select(argument => argument.Value!).ToArray())
            .Select(values => ((string)values[0], (string)values[1], (string)values[4])),
    ];
}
