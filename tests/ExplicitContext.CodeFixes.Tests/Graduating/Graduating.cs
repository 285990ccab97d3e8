using ExplicitContext.Analyzers.Generation;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace ExplicitContext.CodeFixes.Tests.Graduating;

/// <summary>Projects in the world of <see cref="EngineProject"/> that generate, and what becomes of them when they graduate.</summary>
internal static class Graduating
{
    private const string Usings =
        "global using System; global using System.Collections.Generic; global using System.Linq; global using System.Threading.Tasks; global using ExplicitContext;";

    /// <summary>Files in the world, with the generator.</summary>
    public static TestProject Project(params string[] files) =>
        new([.. files.Select(file => (CSharpSource)file), new CSharpSource(EngineProject.World, "World.cs"), new CSharpSource(Usings, "Usings.cs")])
        {
            IsGenerating = true,
        };

    /// <summary>Verifies that the marked members are offered to graduate and what that gives, one by one and all at once; that it runs and looks alike, and that nothing is left to do.</summary>
    public static async Task VerifyAsync(string[] before, string[] after)
    {
        var project = Project(before);
        await CodeFixTest<GraduationAnalyzer, GraduateCodeFixProvider>.VerifyAsync(project, [.. after.Select(file => (CSharpSource)file), EngineProject.World, Usings]);
        var old = await CompilationOf(project.ToProject());
        var @new = await CompilationOf(Project(after).ToProject());
        Assert.Equal("", TestCompilation.ErrorsOf(@new));
        Assert.DoesNotContain(@new.SyntaxTrees, tree => tree.FilePath.EndsWith(".Context.g.cs", StringComparison.Ordinal));
        Assert.Equal(PublicSurface.Of(old), PublicSurface.Of(@new));
        if (old.GetTypeByMetadataName("Program") is not null)
            Assert.Equal(Run(old), Run(@new));
    }

    public static Task VerifyAsync(string before, string after) => VerifyAsync([before], [after]);

    /// <summary>Verifies that the marked members are reported, and that none of them is offered to graduate.</summary>
    public static Task VerifyNoFixAsync(string source) => CodeFixTest<GraduationAnalyzer, GraduateCodeFixProvider>.VerifyNoFixAsync(Project(source));

    /// <summary>The texts after one FixAll in the solution.</summary>
    public static async Task<IReadOnlyList<string>> AllAsync(params string[] files)
    {
        var project = await FixAllRunner.ApplyAsync(Project(files).ToProject(), new GraduationAnalyzer(), new GraduateCodeFixProvider(), FixAllScope.Solution);
        return await Task.WhenAll(project.Documents.Take(files.Length).Select(async document => (await document.GetTextAsync()).ToString()));
    }

    public static async Task<CSharpCompilation> CompilationOf(Project project) => (CSharpCompilation)(await project.GetCompilationAsync())!;

    private static string Run(CSharpCompilation compilation)
    {
        using var program = new CompiledProgram(compilation);
        return program.Output("Program", "Run");
    }
}
