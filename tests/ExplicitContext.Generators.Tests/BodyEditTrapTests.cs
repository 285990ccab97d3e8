using ExplicitContext.Testing;

namespace ExplicitContext.Generators.Tests;

/// <summary>Edits of bodies that do what they did, by all that is compared of them, and after which something else is generated all the same.</summary>
public class BodyEditTrapTests
{
    private const string Scoped = """
        using System;
        using System.Collections.Generic;
        using ExplicitContext;
        namespace Sample;

        [ContextType("engine", ParameterName = "engine")]
        public class Engine
        {
            private static Engine current = new();

            [AmbientAccessor(EnteredBy = nameof(Enter))]
            public static Engine Current => current;

            public int Depth => 1;

            public static IDisposable Enter(Engine engine) => throw new NotSupportedException();
        }
        """;

    /// <summary>What stands under a scope is told by places: both of these are as long as the other.</summary>
    [Theory]
    [InlineData("yield return Engine.Current.Depth + 1;", "return new[] { Engine.Current.Depth };")]
    [InlineData("return new[] { Engine.Current.Depth };", "yield return Engine.Current.Depth + 1;")]
    public void IteratorUnderAScope(string old, string edited) => AssertNothingStale(
        [
            new(Scoped, "Engine.cs"),
            new($$"""
                using System.Collections.Generic;
                namespace Sample;
                public partial class Reader
                {
                    [ExplicitContext.PassContext]
                    public static IEnumerable<int> Read()
                    {
                        var other = new Engine();
                        using (Engine.Enter(other))
                            {{old}}
                    }
                }
                """, "Reader.cs"),
        ],
        new SourceEdit("Reader", old, edited));

    [Theory]
    [InlineData("field + Engine.Current.Depth", "2 + Engine.Current.Depth")]
    [InlineData("2 + Engine.Current.Depth", "field + Engine.Current.Depth")]
    public void FieldKeyword(string old, string edited)
    {
        if (!TestCompilation.SupportsCSharp14)
            return;
        AssertNothingStale(
            [
                AmbientEngine.Source,
                new("namespace Sample; public partial class Demo { [ExplicitContext.PassContext] public static int M() => Kept.Value + Engine.Current.Depth; }", "Demo.cs"),
                new($"namespace Sample; public partial class Kept {{ public static int Value {{ get => {old}; }} }}", "Kept.cs"),
            ],
            new SourceEdit("Kept", old, edited));
    }

    /// <summary>One argument or another lets a call of the overload go to the rival or not; the call is the same.</summary>
    [Theory]
    [InlineData("R(5L)", "R(5)")]
    [InlineData("R(5)", "R(5L)")]
    public void ArgumentThatFitsARival(string old, string edited) => AssertNothingStale(
        [
            AmbientEngine.Source,
            new($"namespace Sample; public partial class Demo {{ [ExplicitContext.PassContext] public static int M() => Rivals.{old}; }}", "Demo.cs"),
            new("namespace Sample; public partial class Rivals { public static int R(long x) => (int)x + Engine.Current.Depth; public static int R(Engine engine, int x) => x; }", "Rivals.cs"),
        ],
        new SourceEdit("Demo", old, edited));

    [Theory]
    [InlineData("{ kept = f; return 1; }")]
    [InlineData("{ System.Func<int, int> g = f; return g(1); }")]
    public void DelegateThatIsNoMoreOnlyInvoked(string edited) => AssertNothingStale(
        [
            AmbientEngine.Source,
            new("namespace Sample; public partial class Demo { [ExplicitContext.PassContext] public static int M() => Runner.Run(N) + 1; public static int N(int x) => x + Engine.Current.Depth; }", "Demo.cs"),
            new("namespace Sample; public partial class Runner { private static System.Func<int, int>? kept; public static int Run(System.Func<int, int> f) => f(1); }", "Runner.cs"),
        ],
        new SourceEdit("Runner", "=> f(1);", edited));

    [Fact]
    public void DirectiveInAHeader() => AssertNothingStale(
        [
            AmbientEngine.Source,
            new("namespace Sample; public partial class Demo { [ExplicitContext.PassContext] public static int M() => Other.N(1); }", "Demo.cs"),
            new("namespace Sample;\npublic partial class Other\n{\n    public static int N(int x)\n    => x + Engine.Current.Depth;\n}\n", "Other.cs"),
        ],
        new SourceEdit("Other", "\n    => x", "\n#if X\n#endif\n    => x"));

    /// <summary>A name that was tried, and did harm as well: of all that say it, the first is named.</summary>
    [Fact]
    public void UseOfANameThatWasTried() => AssertNothingStale(
        [
            AmbientEngine.Source,
            new("namespace Sample; public partial class Demo { [ExplicitContext.PassContext] public static int M() => new Base().N() + 1; }", "Demo.cs"),
            new("namespace Sample; public static class First { public static int Call(Engine given, Base b) => Demo.M(); }", "First.cs"),
            new("namespace Sample; public partial class Base { public int N() => Engine.Current.Depth; }", "Base.cs"),
            new("namespace Sample; public static class Extra { public static int NWithEngine(this Base b, Engine engine) => 1; public static int NWithEngine2(this Base b, Engine engine) => 1; }", "Extra.cs"),
            new("namespace Sample; public static class Second { public static object Natural(Base b) { System.Delegate d = b.N; return d; } public static int Call(Engine given, Base b) => b.NWithEngine(given); }", "Second.cs"),
        ],
        new SourceEdit("First", "Demo.M()", "Demo.M() + b.NWithEngine(given)"));

    /// <summary>What a file mentions is not compared where its text is another: so nothing may be declared otherwise at the same time.</summary>
    [Fact]
    public void DeclarationElsewhereAtTheSameTime() => AssertNothingStale(
        [
            AmbientEngine.Source,
            new("namespace Sample; public partial class Demo { [ExplicitContext.PassContext] public static int M(Host host) => Other.N(1); }", "Demo.cs"),
            new("namespace Sample; public partial class Other { public static int N(int x) => x + Engine.Current.Depth; }", "Other.cs"),
            new("namespace Sample; public class Host { public Engine Engine { get; } = Engine.Current; }", "Host.cs"),
        ],
        new SourceEdit("Demo", "Other.N(1)", "Other.N(2)"),
        new SourceEdit("Host", "public class Host", "[ExplicitContext.ContextType(\"host\", ParameterName = \"host\")] public class Host"));

    private static void AssertNothingStale(CSharpSource[] sources, params SourceEdit[] edits) => SourceEdit.AssertNothingStale(TestCompilation.Create(sources), edits);
}
