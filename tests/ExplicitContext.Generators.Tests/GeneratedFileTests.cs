using ExplicitContext.Testing;
using Microsoft.CodeAnalysis.CSharp;

namespace ExplicitContext.Generators.Tests;

/// <summary>The generated file as such: its name, its line breaks, and what older compilers can read.</summary>
public class GeneratedFileTests
{
    private const string Counting = "using ExplicitContext;\nnamespace Sample\n{\n    public partial class Demo\n    {\n        [PassContext]\n        public static int M() { return Engine.Current.Next(); }\n    }\n}\n";

    [Theory]
    [InlineData("Demo.cs", "Demo.Context.g.cs")]
    [InlineData("a/b/Demo.generated.cs", "Demo.generated.Context.g.cs")]
    [InlineData("Größe.cs", "Größe.Context.g.cs")]
    [InlineData("a;b'c!.cs", "a_b_c_.Context.g.cs")]
    public void Name_IsThatOfTheSourceFile(string path, string hint) => Assert.Equal([hint], Hints(new CSharpSource(Counting, path)));

    [Fact]
    public void FilesOfTheSameName_AreToldApartByTheirFolders() => Assert.Equal(
        ["Demo.Context.g.cs", "b.Demo.Context.g.cs", "b.b.Demo.Context.g.cs"],
        Hints([new(Counting.Replace("Demo", "One"), "a/Demo.cs"), new(Counting.Replace("Demo", "Two"), "b/Demo.cs"), new(Counting.Replace("Demo", "Three"), "c/b/b/demo.cs")])
            .OrderBy(hint => hint.Length).Select(hint => hint.Replace("demo", "Demo", StringComparison.Ordinal)));

    [Fact]
    public void LongName_EndsInAHash()
    {
        var hint = Assert.Single(Hints(new CSharpSource(Counting, new string('x', 150) + ".cs")));

        Assert.InRange(hint.Length, 100, 130);
        Assert.Matches(@"^x+\.[0-9a-f]{8}\.Context\.g\.cs$", hint);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void LineBreaks_AreThoseOfTheSource(string newLine)
    {
        var source = "using ExplicitContext;\nnamespace Sample;\npublic partial class Demo\n{\n    /// <summary>Text.</summary>\n    [PassContext]\n    public static string M()\n    {\n        return @\"a\nb\" + \"\"\"\n            c\n            d\n            \"\"\" + Engine.Current.Name;\n    }\n}\n".ReplaceLineEndings(newLine);
        var run = Run(new CSharpSource(source, "Demo.cs"));
        var text = run.Sources["Demo.Context.g.cs"];

        Assert.Equal(text.ReplaceLineEndings(newLine), text);
        using var program = new CompiledProgram(run.Output);
        var given = program.Call("Sample.Demo", "M");
        Assert.Equal($"a{newLine}bc{newLine}dambient", given);
        Assert.Contains($"return @\"a{newLine}b\"", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp7_2)]
    [InlineData(LanguageVersion.CSharp7_3)]
    [InlineData(LanguageVersion.CSharp8)]
    [InlineData(LanguageVersion.CSharp9)]
    [InlineData(LanguageVersion.CSharp12)]
    public void OlderLanguage_IsNotAskedForWhatItLacks(LanguageVersion version)
    {
        const string engine = "using ExplicitContext;\nnamespace Sample\n{\n    [ContextType(\"engine\", ParameterName = \"engine\")]\n    public class Engine\n    {\n        private static readonly Engine current = new Engine();\n        [AmbientAccessor] public static Engine Current { get { return current; } }\n        public int Next() { return 1; }\n    }\n}\n";
        const string code = "using ExplicitContext;\nnamespace Sample\n{\n    public partial class Demo\n    {\n        [PassContext]\n        public static int M() { return new Demo().N() + new Demo().P; }\n        protected int N() { return Engine.Current.Next(); }\n        private int P { get { return Engine.Current.Next(); } }\n    }\n}\n";
        var run = GeneratorTest<ContextOverloadGenerator>.Run(new TestProject(new CSharpSource(engine, "Engine.cs"), new CSharpSource(code, "Demo.cs")) { LanguageVersion = version });

        Assert.Equal(version >= LanguageVersion.CSharp8, run.Sources["Demo.Context.g.cs"].Contains("#nullable", StringComparison.Ordinal));
        Assert.Contains("return new Demo().N(engine) + new Demo().GetP(engine);", run.Sources["Demo.Context.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void PragmasInBodies_AreLeftOutWithoutMovingALine()
    {
        var text = Run(new CSharpSource(
            """
            using ExplicitContext;
            namespace Sample;
            public partial class Demo
            {
                [PassContext]
                public static int M()
                {
            #pragma warning disable CS0168
                    int unused;
            #pragma warning restore CS0168
                    return Engine.Current.Next();
                }
            }
            """,
            "Demo.cs")).Sources["Demo.Context.g.cs"];

        Assert.Equal(1, text.Split("#pragma").Length - 1);
        Assert.Contains("    {\n\n        int unused;\n\n        return engine.Next();\n    }", text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#if A\n[PassContext] static int M()\n#else\n[PassContext] public static int M()\n#endif\n{ return Engine.Current.Next(); }")]
    [InlineData("[PassContext] static int M()\n{\n#if A\n}\n#else\nreturn Engine.Current.Next();\n}\n#endif\n")]
    [InlineData("[PassContext] static\n#if !A\nint\n#endif\nM() { return Engine.Current.Next(); }")]
    public void DeclarationThatDirectivesSplit_IsRefused(string member)
    {
        var run = GeneratorTest<ContextOverloadGenerator>.Run(AmbientEngine.With($"using ExplicitContext;\nnamespace Sample;\npublic partial class Demo\n{{\n{member}\n}}\n"));

        Assert.Equal(["ExplicitContext.Report.g.cs"], run.Sources.Keys);
        Assert.Contains("conditional compilation splits its declaration", run.Sources.Values.Single(), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Hints(params CSharpSource[] sources) => Run(sources).Sources.Keys;

    private static GeneratorRun Run(params CSharpSource[] sources) => GeneratorTest<ContextOverloadGenerator>.Run(new([AmbientEngine.Source, .. sources]));
}
