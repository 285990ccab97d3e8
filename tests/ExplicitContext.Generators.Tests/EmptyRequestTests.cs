using System.Collections.Immutable;
using ExplicitContext.Model.Rewriting;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ExplicitContext.Generators.Tests;

/// <summary>Who marks a member from which no ambient accessor is reached is told so, at that member; who asks for whatever there is, is not.</summary>
public class EmptyRequestTests
{
    private const string Rule = "ECTX5006";
    private const string MarkOrAccessor = "so there is nothing to hand on. Remove [PassContext], or mark the accessor that it should read with [AmbientAccessor] or by a line in ExplicitContext.txt.";

    /// <summary>A context type of which nobody has yet said what yields it.</summary>
    private const string Host = "using ExplicitContext; namespace Sample; [ContextType(\"host\", ParameterName = \"host\")] public class Host { public static Host Now { get; } = new(); public static Host Other { get; } = new(); public int Size => 3; }";

    [Theory]
    [InlineData("[PassContext] static int M() => 1;", "M:Sample.Demo.M")]
    [InlineData("[PassContext] static T M<T>(T x) => x;", "M:Sample.Demo.M``1(``0)")]
    [InlineData("[PassContext] static async Task<int> M() { await Task.Yield(); return 1; }", "M:Sample.Demo.M")]
    [InlineData("[PassContext] static IEnumerable<int> M() { yield return N(); } static int N() => 1;", "M:Sample.Demo.M")]
    [InlineData("[PassContext] static int M() { Func<int> f = () => N(); return f(); } static int N() => 1;", "M:Sample.Demo.M")]
    [InlineData("[PassContext] static int M() { return L(); static int L() => 1; }", "M:Sample.Demo.M")]
    [InlineData("[PassContext] static int M(Func<int> f) => f();", "M:Sample.Demo.M(System.Func{System.Int32})")]
    [InlineData("[PassContext] private static partial int M(); private static partial int M() => 1;", "M:Sample.Demo.M")]
    [InlineData("[PassContext] Demo(int x) { }", "M:Sample.Demo.#ctor(System.Int32)")]
    [InlineData("[PassContext] static Demo() { }", "M:Sample.Demo.#cctor")]
    [InlineData("[PassContext] ~Demo() { }", "M:Sample.Demo.Finalize")]
    [InlineData("[PassContext] int P => 1;", "P:Sample.Demo.P")]
    [InlineData("[PassContext] int P { get; set; }", "P:Sample.Demo.P")]
    [InlineData("[PassContext] int P { get => 1; set => N(); } static void N() { }", "P:Sample.Demo.P")]
    [InlineData("int P { [PassContext] get => 1; set => Engine.Current.Depth = value; }", "P:Sample.Demo.P")]
    [InlineData("[PassContext] int this[int i] { get => i; set { } }", "P:Sample.Demo.Item(System.Int32)")]
    [InlineData("event Action E { [PassContext] add { } remove { } }", "E:Sample.Demo.E")]
    [InlineData("[PassContext] public static int operator +(Demo a, int b) => b;", "M:Sample.Demo.op_Addition(Sample.Demo,System.Int32)")]
    [InlineData("[PassContext] public virtual int M() => 1;", "M:Sample.Demo.M")]
    [InlineData("[PassContext] public override string ToString() => \"\";", "M:Sample.Demo.ToString")]
    public void MarkedMemberThatReadsNothing_Triggers(string members, string symbol)
    {
        var (rule, at, message) = Assert.Single(Reports(Run(members)));

        Assert.Equal((Rule, symbol), (rule, at));
        Assert.StartsWith("'Demo.", message, StringComparison.Ordinal);
        Assert.EndsWith("' has [PassContext], but nothing that it does reads an ambient accessor, " + MarkOrAccessor, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("abstract partial class B { [PassContext] internal abstract int M(); } partial class D : B { internal override int M() => 1; }", "M:Sample.Demo.B.M")]
    [InlineData("partial interface I { [PassContext] int M(); }", "M:Sample.Demo.I.M")]
    [InlineData("partial interface I { [PassContext] int P { get; } } class C : I { int I.P => 1; }", "P:Sample.Demo.I.P")]
    public void MarkedDeclaration_TriggersWhereNothingThatStandsInForItReads(string members, string symbol)
    {
        var report = Assert.Single(Reports(Run(members)));

        Assert.Equal((Rule, symbol), (report.Rule, report.Symbol));
        Assert.Contains("but nothing here that overrides or implements it reads an ambient accessor, " + MarkOrAccessor, report.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TypeThatIsNotPartial_TriggersAsWell()
    {
        var report = Assert.Single(Reports(GeneratorTest<ContextOverloadGenerator>.Run(AmbientEngine.With("namespace Sample; class Demo { [ExplicitContext.PassContext] static int M() => 1; }"))));

        Assert.Equal((Rule, "M:Sample.Demo.M"), (report.Rule, report.Symbol));
    }

    [Theory]
    [InlineData("[PassContext] static int M() => N(); [ContextEntry] static int N() => Engine.Current.Depth;")]
    [InlineData("[PassContext] static int M() => O(); static int O() => N(); [ContextEntry] static int N() => Engine.Current.Depth;")]
    public void MemberThatCallsAnEntryPoint_TriggersAndNamesIt(string members)
    {
        var report = Assert.Single(Reports(Run(members)));

        Assert.Equal(
            (Rule, "'Demo.M' has [PassContext], but it reads no ambient accessor before the entry point 'Demo.N', which sees to its context itself, so there is nothing to hand on. Remove [PassContext], or write an overload of 'Demo.N' that takes the context."),
            (report.Rule, report.Message));
        Assert.DoesNotContain(Reports(Run(members + " static int N(Engine engine) => engine.Depth;")), other => other.Rule == Rule);
    }

    [Fact]
    public void DeclarationForWhichAnEntryPointStandsIn_TriggersAndNamesIt()
    {
        var report = Assert.Single(Reports(Run("abstract partial class B { [PassContext] internal abstract int N(); } partial class D : B { [ContextEntry] internal override int N() => Engine.Current.Depth; }")));

        Assert.Equal((Rule, "M:Sample.Demo.B.N"), (report.Rule, report.Symbol));
        Assert.Contains("before the entry point 'D.N'", report.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[PassContext] static int M() => Engine.Current.Depth;")]
    [InlineData("[PassContext] static int M() => N(); static int N() => Engine.Current.Depth;")]
    [InlineData("[PassContext] static int M() { return L(); static int L() => Engine.Current.Depth; }")]
    [InlineData("[PassContext] static void M() => Engine.Current = new(\"other\");")]
    [InlineData("[PassContext] int P { get => 1; set => Engine.Current.Depth = value; }")]
    [InlineData("[PassContext] int this[int i] { get => i; set => Engine.Current.Depth = value; }")]
    [InlineData("abstract partial class B { [PassContext] internal abstract int M(); } partial class D : B { internal override int M() => Engine.Current.Depth; }")]
    [InlineData("partial class B { [PassContext] internal virtual int M() => 1; } partial class D : B { internal override int M() => Engine.Current.Depth; }")]
    [InlineData("partial class B { internal virtual int M() => Engine.Current.Depth; } partial class D : B { [PassContext] internal override int M() => 1; }")]
    [InlineData("partial class C { int x = Engine.Current.Depth; [PassContext] public C() { } }")]
    [InlineData("[PassContext] public override string ToString() => Engine.Current.Name;")]
    public void MemberThatReachesAnAccessor_DoesNotTrigger(string members) => Assert.DoesNotContain(Reports(Run(members)), report => report.Rule == Rule);

    [Theory]
    [InlineData("[PassContext] partial class C { static int M() => 1; }")]
    [InlineData("partial class C { static int M() => 1; }", "[assembly: ExplicitContext.PassContext]")]
    [InlineData("static int M() => 1; [PassContext] static int M(Engine engine) => engine.Depth;")]
    [InlineData("[PassContext] static int M(int x) => x; static int M(Engine engine, int x) => engine.Depth + x;")]
    [InlineData("[PassContext] static int M(int x) => x; static int MWithEngine(Engine engine, int x) => engine.Depth + x;")]
    [InlineData("[PassContext] static int M(Engine engine) => engine.Depth + Engine.Current.Depth;")]
    [InlineData("partial class C(Engine engine) { [PassContext] int M() => N() + engine.Depth; static int N() => Engine.Current.Depth; }")]
    [InlineData("[PassContext, System.Runtime.InteropServices.DllImport(\"x\")] static extern int M();")]
    [InlineData("[PassContext] static partial void M();")]
    [InlineData("[PassContext] int P { get; } = Engine.Current.Depth;")]
    [InlineData("[PassContext, ContextEntry] static int M() => 1;")]
    public void WhatIsAskedForOtherwise_OrIsThere_OrIsOutOfSight_DoesNotTrigger(string members, string assembly = "") =>
        Assert.DoesNotContain(Reports(Run(members, assembly)), report => report.Rule == Rule);

    [Fact]
    public void LineOfTheConfiguration_DoesNotTrigger() =>
        Assert.Empty(GeneratorTest<ContextOverloadGenerator>.Run(AmbientEngine.With("namespace Sample; partial class Demo { static int M() => 1; }").WithContextFile("M:Sample.Demo.M; pass\n")).Sources);

    [Fact]
    public void ProjectWithoutAnAccessor_IsToldThat()
    {
        var report = Assert.Single(Reports(GeneratorTest<ContextOverloadGenerator>.Run(Newcomer)));

        Assert.Equal(
            (Rule, "M:Sample.Demo.M", "'Demo.M' has [PassContext], but no ambient accessor is known in this project, so there is nothing to hand on. Mark the static that yields the context with [AmbientAccessor] and its type with [ContextType], or name both in ExplicitContext.txt."),
            report);
    }

    [Fact]
    public void AccessorOfTheConfiguration_IsKnown()
    {
        var report = Assert.Single(Reports(GeneratorTest<ContextOverloadGenerator>.Run(Newcomer.WithContextFile("P:Sample.Host.Other\n"))));

        Assert.EndsWith("but nothing that it does reads an ambient accessor, " + MarkOrAccessor, report.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FaultInTheReadingOfACallee_LeavesOpenWhatItReads()
    {
        var compilation = TestCompilation.Create(AmbientEngine.Source, new CSharpSource("namespace Sample; partial class Demo { [ExplicitContext.PassContext] static int M() => N(); static int N() => Engine.Current.Depth; }", "Demo.cs"));

        var text = GeneratedText.Of(CSharpGeneratorDriver.Create([new ContextOverloadGenerator(new Saboteur()).AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions).RunGenerators(compilation));

        Assert.Contains("ECTX5002", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Rule, text, StringComparison.Ordinal);
    }

    [Fact]
    public void AccessorThatIsDeclaredInAnotherFile_OrNoLonger_ChangesWhatIsSaid()
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new ContextOverloadGenerator().AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions);
        var compilation = TestCompilation.Create([.. Newcomer.Sources]).WithReferences(Newcomer.References);
        foreach (var (accessor, said) in new[]
        {
            ("", "no ambient accessor is known"),
            ("Other", "nothing that it does reads an ambient accessor"),
            ("Now", "M(Host host) => host.Size;"),
            ("Other", "nothing that it does reads an ambient accessor"),
            ("", "no ambient accessor is known"),
        })
        {
            var old = compilation.SyntaxTrees.Single(tree => tree.FilePath.EndsWith("Host.cs", StringComparison.Ordinal));
            var text = Host.Replace($"public static Host {accessor} ", $"[AmbientAccessor] public static Host {accessor} ", StringComparison.Ordinal);
            compilation = compilation.ReplaceSyntaxTree(old, CSharpSyntaxTree.ParseText(text, TestCompilation.ParseOptions, old.FilePath));

            driver = driver.RunGenerators(compilation);

            Assert.Contains(said, GeneratedText.Of(driver), StringComparison.Ordinal);
            Assert.Equal(GeneratedText.Cold(compilation), GeneratedText.Of(driver));
        }
    }

    /// <summary>A project that knows the annotations, and not the runtime, which has accessors.</summary>
    private static TestProject Newcomer => new(
        new CSharpSource(Host, "Host.cs"),
        new CSharpSource("using ExplicitContext; namespace Sample; public partial class Demo { [PassContext] public static int M() => Host.Now.Size; }", "Demo.cs"))
    {
        References = [.. TestCompilation.FrameworkOnly, MetadataReference.CreateFromFile(typeof(PassContextAttribute).Assembly.Location)],
    };

    private static GeneratorRun Run(string members, string assembly = "") => GeneratorTest<ContextOverloadGenerator>.Run(AmbientEngine.With(
        "using ExplicitContext;\nusing System;\nusing System.Collections.Generic;\nusing System.Threading.Tasks;\nnamespace Sample;\npublic partial class Demo\n{\n" + members + "\n}\n", assembly));

    private static ImmutableArray<(string Rule, string Symbol, string Message)> Reports(GeneratorRun run) =>
    [
        .. run.Output.Assembly.GetAttributes()
            .Where(attribute => attribute.AttributeClass!.Name == nameof(GenerationReportAttribute))
            .Select(attribute => attribute.ConstructorArguments)
            .Select(values => ((string)values[0].Value!, (string)values[1].Value!, (string)values[4].Value!)),
    ];

    private sealed class Saboteur : IGenerationObserver
    {
        public void OnBound(string path, int bodies)
        {
        }

        public void OnStep(GenerationStep step, string member)
        {
            if (step == GenerationStep.Reading && member == "N")
                throw new InvalidOperationException("injected");
        }
    }
}
