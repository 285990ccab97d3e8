using ExplicitContext.Model.Rewriting;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ExplicitContext.Generators.Tests;

/// <summary>An edit of bodies that do what they did makes the overloads of their file anew, and nothing else; every other edit is found to be one.</summary>
public class BodyEditTests
{
    private const string Demo = """
        using System;
        using ExplicitContext;
        namespace Sample;

        [PassContext]
        public partial class Demo
        {
            public static int M(int x)
            {
                var y = Other.N(x);
                return y + Engine.Current.Depth;
            }

            public static int Late(int x)
            {
                Func<int> later = () => Other.N(x);
                foreach (var item in new Items())
                    x += item;
                return later() + x;
            }

            public static int Switched(int x)
            {
                if (x > 0)
                    return Other.Pure(x) + Other.N(x);
                return Other.N(x + 1);
            }
        }
        """;

    private const string Other = """
        using System.Collections.Generic;
        namespace Sample;

        public partial class Other
        {
            public static int N(int x) => x + Engine.Current.Next();

            public static int Pure(int x) => 1 * x;

            public static int Told(string s) => s.Length + Engine.Current.Depth;

            public static int Optional(int x, object o = null) => x + Engine.Current.Depth;
        }

        public partial class Items
        {
            public IEnumerator<int> GetEnumerator()
            {
                yield return Engine.Current.Depth;
            }
        }
        """;

    private const string Uses = """
        using System;
        namespace Sample;

        public class Uses
        {
            public static int Call(string s) => Other.Told(s) + Demo.M(1);

            public static int Count(Engine given) => Other.Optional(2, given);
        }
        """;

    /// <summary>One call that the overload of another would take: that one is called otherwise, and this file is part of why.</summary>
    private const string Trap = """
        namespace Sample;

        public partial class Trapped
        {
            [ExplicitContext.PassContext] public static int Any(params object[] all) => all.Length + Engine.Current.Depth;
        }

        public class Trap
        {
            public static int Take(Engine given) => Trapped.Any(given, 1);
        }
        """;

    /// <summary>Nothing is generated for what reads nothing, and that is said.</summary>
    private const string Empty = """
        namespace Sample;

        public partial class Empty
        {
            [ExplicitContext.PassContext] public static int Reads(int x) => x + Less();

            private static int Less() => 1;
        }
        """;

    [Theory]
    [InlineData("Demo", "var y = Other.N(x);", "var y = 2 * Other.N(x);")]
    [InlineData("Demo", "var y = Other.N(x);", "// a remark\n        var y = Other.N(x);")]
    [InlineData("Demo", "var y = Other.N(x);", "var y = Other.N(x) + Other.N(x + 1);")]
    [InlineData("Demo", "using System;", "// a head\nusing System;")]
    [InlineData("Demo", "foreach (var item in new Items())", "if (x < 0) x++;\n        foreach (var item in new Items())")]
    [InlineData("Demo", "Func<int> later = () => Other.N(x);", "Func<int> later = () => { var z = Other.N(x); return z; };")]
    [InlineData("Other", "x + Engine.Current.Next()", "2 * x + Engine.Current.Next()")]
    [InlineData("Other", "int Pure(int x) => 1 * x;", "int Pure(int x) => x * 3;")]
    [InlineData("Uses", "Demo.M(1)", "Demo.M(2)")]
    [InlineData("Uses", "Other.Optional(2, given)", "Other.Optional(3, null)")]
    [InlineData("Empty", "x + Less()", "2 * x + Less()")]
    [InlineData("Empty", "Less() => 1", "Less() => 2")]
    public void BodiesThatDoWhatTheyDid_PlanNothing(string file, string old, string edited) => Assert.Equal(0, Planned(file, old, edited));

    [Theory]
    [InlineData("Demo", "var y = Other.N(x);", "var y = Other.Pure(x);")]
    [InlineData("Demo", "var y = Other.N(x);", "var y = Other.N(x) + Other.Told(\"a\");")]
    [InlineData("Demo", "var y = Other.N(x);", "Func<int, int> f = Other.N; var y = f(x);")]
    [InlineData("Demo", "return later() + x;", "return later() + x + Trapped.Any();")]
    [InlineData("Demo", "return later() + x;", "var engine = 3; return later() + x + engine;")]
    [InlineData("Demo", "Other.Pure(x) + Other.N(x)", "Other.N(x) + Other.Pure(x)")]
    [InlineData("Other", "x + Engine.Current.Next()", "x")]
    [InlineData("Uses", "Other.Told(s)", "((Func<string, int>)Other.Told)(s) + Trapped.Any(s)")]
    [InlineData("Uses", "Other.Optional(2, given)", "((Delegate)Other.N).GetHashCode()")]
    [InlineData("Uses", "Demo.M(1)", "typeof(Other).GetMethod(\"N\", (System.Reflection.BindingFlags)60).GetHashCode()")]
    [InlineData("Trap", "Trapped.Any(given, 1)", "Trapped.Any(1)")]
    [InlineData("Trap", "public class Trap", "\npublic class Trap")]
    [InlineData("Empty", "x + Less()", "x + Engine.Current.Depth")]
    [InlineData("Empty", "Less() => 1", "Less() => Other.Told(\"\")")]
    public void BodiesThatDoAnything_ElsePlanAnew(string file, string old, string edited) => Assert.NotEqual(0, Planned(file, old, edited));

    [Theory]
    [InlineData("x + Less()", "x + Engine.Current.Depth")]
    [InlineData("Less() => 1", "Less() => Other.Told(\"\")")]
    public void WhatIsSaidOfABodyThatReadsNothing_GoesWithAReadAndComesBack(string old, string reading)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new ContextOverloadGenerator(new Observer()).AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions);
        var compilation = Compilation();
        driver = driver.RunGenerators(compilation);
        Assert.Contains("ECTX5006", GeneratedText.Of(driver), StringComparison.Ordinal);

        compilation = Edit(compilation, "Empty", "public static int Reads", "/* a remark */ public static int Reads");
        driver = driver.RunGenerators(compilation);
        Assert.Contains("ECTX5006", GeneratedText.Of(driver), StringComparison.Ordinal);

        compilation = Edit(compilation, "Empty", old, reading);
        driver = driver.RunGenerators(compilation);
        Assert.DoesNotContain("ECTX5006", GeneratedText.Of(driver), StringComparison.Ordinal);

        driver = driver.RunGenerators(Edit(compilation, "Empty", reading, old));
        Assert.Contains("ECTX5006", GeneratedText.Of(driver), StringComparison.Ordinal);
    }

    [Fact]
    public void TwoFilesAtOnce_ArePlannedAnew()
    {
        var observer = new Observer();
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new ContextOverloadGenerator(observer).AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions);
        var compilation = Compilation();
        driver = driver.RunGenerators(compilation);
        observer.Planned = 0;

        var edited = Edit(Edit(compilation, "Demo", "var y = Other.N(x);", "var y = 2 * Other.N(x);"), "Other", "x + Engine.Current.Next()", "2 * x + Engine.Current.Next()");
        driver = driver.RunGenerators(edited);

        Assert.NotEqual(0, observer.Planned);
        Assert.Equal(GeneratedText.Cold(edited), GeneratedText.Of(driver));
    }

    [Fact]
    public void FaultInTheEditedFile_CostsItsMemberAlone()
    {
        var observer = new Observer();
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new ContextOverloadGenerator(observer).AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions);
        var compilation = Compilation();
        driver = driver.RunGenerators(compilation);
        observer.Fault = "M";

        driver = driver.RunGenerators(Edit(compilation, "Demo", "var y = Other.N(x);", "var y = 2 * Other.N(x);"));

        Assert.DoesNotContain("M(Engine engine", GeneratedText.Of(driver), StringComparison.Ordinal);
        Assert.Contains("Late(Engine engine", GeneratedText.Of(driver), StringComparison.Ordinal);
    }

    /// <summary>How many members an edit makes the generator decide about. The edit is made, taken back and made again, and each result is that of a cold run.</summary>
    private static int Planned(string file, string old, string edited)
    {
        var observer = new Observer();
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new ContextOverloadGenerator(observer).AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions);
        var compilation = Compilation();
        driver = driver.RunGenerators(compilation);
        Assert.Contains("AnyWithEngine(Engine engine", GeneratedText.Of(driver), StringComparison.Ordinal);
        observer.Planned = 0;

        var next = Edit(compilation, file, old, edited);
        driver = driver.RunGenerators(next);
        var planned = observer.Planned;
        Assert.Equal(GeneratedText.Cold(next), GeneratedText.Of(driver));
        foreach (var (from, to) in new[] { (edited, old), (old, edited) })
        {
            next = Edit(next, file, from, to);
            driver = driver.RunGenerators(next);
            Assert.Equal(GeneratedText.Cold(next), GeneratedText.Of(driver));
        }

        return planned;
    }

    private static CSharpCompilation Compilation() => TestCompilation.Create(
        AmbientEngine.Source, new CSharpSource(Demo, "Demo.cs"), new CSharpSource(Other, "Other.cs"), new CSharpSource(Uses, "Uses.cs"), new CSharpSource(Trap, "Trap.cs"), new CSharpSource(Empty, "Empty.cs"));

    private static CSharpCompilation Edit(CSharpCompilation compilation, string file, string old, string edited) => new SourceEdit(file, old, edited).In(compilation);

    private sealed class Observer : IGenerationObserver
    {
        public int Planned { get; set; }

        /// <summary>The member whose overload cannot be written.</summary>
        public string? Fault { get; set; }

        public void OnBound(string path, int bodies)
        {
        }

        public void OnStep(GenerationStep step, string member)
        {
            Planned += step == GenerationStep.Planning ? 1 : 0;
            if (step == GenerationStep.Writing && member == Fault)
                throw new InvalidOperationException("injected");
        }
    }
}
