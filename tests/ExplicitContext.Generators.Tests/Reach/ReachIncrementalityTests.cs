using System.Runtime.CompilerServices;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ExplicitContext.Generators.Tests.Reach;

/// <summary>What an edit costs, in bodies that are bound, and that no edit leaves a stale result.</summary>
public class ReachIncrementalityTests
{
    private const string Reader = "namespace Sample; public class Reader : Root { public int Read() => Engine.Current.Depth; public int Plain() => 1; }";
    private const string Caller = "namespace Sample; public class Caller { public int Call(Reader reader) => reader.Read(); public int Idle() => 2; }";
    private const string Outer = "namespace Sample; public class Outer { public int Run(Caller caller) => caller.Call(null!); public int Get(Factory factory) => factory.Make().Shown(); }";
    private const string Unrelated = "namespace Sample; public class Unrelated { public int One() => 1; public int Two(int x) { var y = x; return y + One(); } }";
    private const string Factory = "namespace Sample; public class Factory { public Product Make() => new(); } public class Product : Shape { }";
    private const string Root = "namespace Sample; public class Root { } public class Shape { public int Shown() => 0; } public class Bright { public int Shown() => Engine.Current.Depth; }";
    private readonly BindingCounter counter = new();

    [Fact]
    public void ColdRun_BindsWhatCouldReach()
    {
        var run = Start(out var bound);

        Assert.Equal("Caller 1, Outer 2, Reader 1, Root 1", bound);
        run.AssertCompiles().AssertCached().AssertHoldsNoCompilation();
        Assert.Equal("", counter.Take());
    }

    [Fact]
    public void SameCompilationAgain_BindsNothing()
    {
        var run = Start();

        run.Rerun(run.Input.Clone());

        Assert.Equal("", counter.Take());
    }

    [Theory]
    [InlineData("return y + One();", "return y * One() - 7;")]
    [InlineData("var y = x;", "var y = x; var Depth = y; /* Engine.Current */")]
    [InlineData("public int One() => 1;", "public int One() => 100;")]
    public void BodyEditThatCannotReach_BindsNothing(string old, string @new)
    {
        var edited = Start().Rerun(4, Unrelated.Replace(old, @new, StringComparison.Ordinal));

        Assert.Equal("", counter.Take());
        AssertUnchanged(edited);
    }

    [Fact]
    public void BodyEdit_BindsTheCandidatesOfItsFileAlone()
    {
        var edited = Start().Rerun(2, Caller.Replace("=> reader.Read()", "=> 1 + reader.Read()", StringComparison.Ordinal));

        Assert.Equal("Caller 1", counter.Take());
        AssertUnchanged(edited);
    }

    [Fact]
    public void Comment_ChangesNothing()
    {
        var edited = Start().Rerun(1, "// a comment\n\n" + Reader.Replace("public int Read", "/* another */ public int Read", StringComparison.Ordinal));

        Assert.Equal("Reader 1", counter.Take());
        AssertUnchanged(edited);
    }

    [Fact]
    public void DeclarationThatNobodyMentions_BindsNothingElsewhere()
    {
        var edited = Start().Rerun(4, Unrelated.Replace("public int One()", "public int Brandnew(string s) => 0; public class Inner { } public int One()", StringComparison.Ordinal));

        Assert.Equal("", counter.Take());
        AssertUnchanged(edited);
    }

    [Fact]
    public void DeclarationInALegacyFile_BindsTheFileAndWhoMentionsIt()
    {
        Start().Rerun(2, Caller.Replace("public int Call(Reader reader)", "public int Call(Reader reader, int x = 0)", StringComparison.Ordinal));

        Assert.Equal("Caller 1, Outer 2", counter.Take());
    }

    [Fact]
    public void ReadThatDisappears_IsNoticed()
    {
        var edited = Start().Rerun(1, Reader.Replace("Engine.Current.Depth", "0", StringComparison.Ordinal));

        Assert.DoesNotContain("Caller", Table(edited), StringComparison.Ordinal);
        AssertAsCold(edited);
    }

    [Fact]
    public void ReadThatAppears_IsNoticed_AndBindsWhoMentionsItsMember()
    {
        var run = Start().Rerun(5, Factory.Replace("=> new();", "{ _ = Engine.Current; return new(); }", StringComparison.Ordinal));

        Assert.Equal("Factory 1", counter.Take());
        Assert.Contains("M:Make", Table(run), StringComparison.Ordinal);
        Assert.Contains("M:Get(Sample.Factory)", Table(run), StringComparison.Ordinal);
        AssertAsCold(run);
    }

    [Fact]
    public void OverloadThatAppearsElsewhere_IsNoticed()
    {
        var start = Start().Rerun(2, Caller.Replace("reader.Read()", "reader.Read(1)", StringComparison.Ordinal));
        Assert.DoesNotContain("Caller", Table(start), StringComparison.Ordinal);
        counter.Take();

        var edited = start.Rerun(1, Reader.Replace("public int Plain", "public int Read(int x) => Read(); public int Plain", StringComparison.Ordinal));

        Assert.Contains("M:Call(Sample.Reader)", Table(edited), StringComparison.Ordinal);
        AssertAsCold(edited);
        AssertAsCold(edited.Rerun(1, Reader.Replace("public int Plain", "public int Read(long x) => 1; public int Read(int x) => 1; public int Plain", StringComparison.Ordinal)));
    }

    [Fact]
    public void BaseThatChangesElsewhere_IsNoticed_ThoughTheFileDoesNotMentionIt()
    {
        var start = Start();
        Assert.DoesNotContain("M:Get", Table(start), StringComparison.Ordinal);

        var edited = start.Rerun(5, Factory.Replace("Product : Shape", "Product : Bright", StringComparison.Ordinal));

        Assert.Equal("Outer 2", counter.Take());
        Assert.Contains("M:Get(Sample.Factory)", Table(edited), StringComparison.Ordinal);
        AssertAsCold(edited);
        Assert.DoesNotContain("M:Get", Table(edited.Rerun(5, Factory)), StringComparison.Ordinal);
    }

    [Fact]
    public void EntryPointThatAppearsElsewhere_IsNoticed()
    {
        var edited = Start().Rerun(1, Reader.Replace("public int Read", "[ExplicitContext.ContextEntry] public int Read", StringComparison.Ordinal));

        Assert.DoesNotContain("Caller", Table(edited), StringComparison.Ordinal);
        AssertAsCold(edited);
    }

    [Fact]
    public void AccessorThatAppears_IsNoticed()
    {
        var source = AmbientEngine.Source.Text;
        var edited = Start().Rerun(0, source.Replace("public int Depth", "[AmbientAccessor] public static int Global => 1;\n    public int Depth", StringComparison.Ordinal));
        AssertAsCold(edited);
        edited = edited.Rerun(4, Unrelated.Replace("=> 1;", "=> Engine.Global;", StringComparison.Ordinal));

        Assert.Contains("M:One = P:Global", Table(edited), StringComparison.Ordinal);
        AssertAsCold(edited);
    }

    [Fact]
    public void MemberThatReachesSeveralAccessorsOfAType_HasOneLine_ToTheNearest()
    {
        var engine = AmbientEngine.Source.Text.Replace("public int Depth", "[AmbientAccessor] public static int Global => 1;\n    public int Depth", StringComparison.Ordinal);
        var run = Start().Rerun(0, engine).Rerun(4, Unrelated.Replace("=> 1;", "=> Engine.Global + new Reader().Read();", StringComparison.Ordinal));

        Assert.Single(Table(run).Split('\n'), line => line.StartsWith(" M:One ", StringComparison.Ordinal));
        Assert.Contains(" M:One = P:Global\n", Table(run), StringComparison.Ordinal);
        AssertAsCold(run);
    }

    [Fact]
    public void FileThatIsAddedOrRemoved_BindsNothingElse()
    {
        var run = Start();

        var added = run.Rerun(run.Input.AddSyntaxTrees(CSharpSyntaxTree.ParseText("namespace Sample; class Late { int L(Caller c) => c.Call(null!); }", TestCompilation.ParseOptions, "/test/Late.cs")));

        Assert.Equal("Late 1", counter.Take());
        AssertAsCold(added);
        var removed = added.Rerun(added.Input.RemoveSyntaxTrees(added.Input.SyntaxTrees[3]));
        Assert.Equal("", counter.Take());
        AssertAsCold(removed);
    }

    [Theory]
    [InlineData("namespace Sample; public class Unrelated : IMissing { public int One() => Engine.Current.Depth; }")]
    [InlineData("namespace Sample; public class Unrelated : Missing, IMissing<int> { public override int One() => Engine.Current.Depth; }")]
    [InlineData("namespace Sample; public class Unrelated { public int One() { if (x is { } y && Engine.Current.Depth > 0) return; for (;; Engine.Current.Depth } }")]
    [InlineData("namespace Sample; public class Unrelated { public int One() => Engine.Current.Depth public Unrelated() : this( { Engine.Current.Depth switch { } } }")]
    [InlineData("namespace Sample; public class Unrelated { public int One() { switch (Engine.Current.Depth) { } for (; Engine.Current.Depth > 1;) ; switch Engine.Current.Depth; return 1; } }")]
    public void CodeThatDoesNotCompile_IsFollowedAsFarAsItGoes(string text)
    {
        var run = Start().Rerun(4, text);

        Assert.Contains("M:Read = P:Current", Table(run), StringComparison.Ordinal);
        AssertAsCold(run);
    }

    [Fact]
    public void NothingAmbient_BindsNothingAndEmitsNothing()
    {
        var run = GeneratorTest<ReachGenerator>.RunUnchecked(new TestProject(Unrelated, "class D { System.DateTime A() => System.DateTime.UtcNow; }"), new ReachGenerator(counter));

        Assert.Empty(run.Sources);
        Assert.Equal("", counter.Take());
    }

    [Fact]
    public void OldCompilation_IsCollectable()
    {
        var driver = RunTwice(out var old, out var current);

        for (var i = 0; i < 10 && old.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(old.IsAlive);
        GC.KeepAlive(driver);
        GC.KeepAlive(current);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static GeneratorDriver RunTwice(out WeakReference old, out Compilation current)
    {
        var compilation = TestCompilation.Create(AmbientEngine.Source, Reader, Caller, Outer, Unrelated, Factory, Root);
        var driver = CSharpGeneratorDriver.Create(new ReachGenerator()).RunGenerators(compilation);
        old = new(compilation);
        var tree = compilation.SyntaxTrees[2];
        current = compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(Caller.Replace("Idle", "Busy", StringComparison.Ordinal), TestCompilation.ParseOptions, tree.FilePath));
        return driver.RunGenerators(current);
    }

    private GeneratorRun Start() => Start(out _);

    private GeneratorRun Start(out string bound)
    {
        var files = new[] { (Reader, nameof(Reader)), (Caller, nameof(Caller)), (Outer, nameof(Outer)), (Unrelated, nameof(Unrelated)), (Factory, nameof(Factory)), (Root, nameof(Root)) };
        var project = new TestProject([AmbientEngine.Source, .. files.Select(file => new CSharpSource(file.Item1, file.Item2 + ".cs"))]);
        var run = GeneratorTest<ReachGenerator>.RunUnchecked(project, new ReachGenerator(counter));
        bound = counter.Take();
        return run;
    }

    private static string Table(GeneratorRun run) => string.Concat(run.Sources.Values);

    private static void AssertUnchanged(GeneratorRun run)
    {
        Assert.All(run.ReasonsOf(TrackingNames.Reach), reasons => Assert.True(reasons.Key is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"The step is {reasons.Key}."));
        Assert.All(run.Result.TrackedOutputSteps.Values.SelectMany(steps => steps).SelectMany(step => step.Outputs), output => Assert.True(output.Reason is IncrementalStepRunReason.Cached, $"An output is {output.Reason}."));
    }

    private static void AssertAsCold(GeneratorRun run) => Assert.Equal(ReachRuns.Cold(run.Input), Table(run));
}
