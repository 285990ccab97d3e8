using ExplicitContext.Generators.Tests.Shims;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ExplicitContext.Generators.Tests;

/// <summary>No generator sees what another one makes; together they must do all the same.</summary>
public class TogetherTests
{
    [Theory]
    [InlineData("static int M() => Engine.Current.Cache().Size + 1;", "6")]
    [InlineData("static int M() => Statics.Limit + Engine.Current.Depth;", "7")]
    [InlineData("static int M() => Engine.Current.Limit() + Engine.Current.Depth;", "7")]
    [InlineData("static int M() => Shim(3) + Engine.Current.Depth; [ContextEntry] public static partial int Shim(int x); static int Shim(Engine engine, int x) => x;", "3")]
    public async Task OverloadsOfCodeThatUsesWhatIsGenerated_AreGenerated(string members, string expected)
    {
        var project = AmbientEngine.With(
            $$"""
            using ExplicitContext;
            namespace Sample;
            public static partial class Statics { [MoveTo(typeof(Engine), Initial = nameof(First))] internal static partial int Limit { get; set; } const int First = 7; }
            [ModuleState(typeof(Engine))] public partial class Cache { public int Size = 5; }
            public static partial class Demo { [PassContext] {{members}} public static string Run() => $"{M(new Engine("other"))}"; }
            """) with { IsGenerating = true };
        project = project with { Sources = project.Sources.SetItem(0, project.Sources[0].Text.Replace("public class Engine", "public partial class Engine", StringComparison.Ordinal)) };

        var compilation = (CSharpCompilation)(await project.ToProject().GetCompilationAsync())!;

        Assert.Equal("", TestCompilation.ErrorsOf(compilation));
        Assert.Empty(ShimWorld.Findings(compilation));
        using var program = new CompiledProgram(compilation);
        Assert.Equal(expected, program.Call("Sample.Demo", "Run"));
    }
}
