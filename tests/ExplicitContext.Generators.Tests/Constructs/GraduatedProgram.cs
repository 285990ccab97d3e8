using System.Collections.Immutable;
using ExplicitContext.ChangeSignature.Graduating;
using ExplicitContext.Model;
using ExplicitContext.Model.Configuration;
using ExplicitContext.Model.Rewriting;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ExplicitContext.Generators.Tests.Constructs;

/// <summary>A program of the matrix whose overloads have become source.</summary>
internal static class GraduatedProgram
{
    /// <summary>Graduates what can be, and runs it; answers what stays generated, and why.</summary>
    public static async Task<ImmutableArray<string>> RunAsync(string name, string program, bool hasScope)
    {
        var before = new ConstructProgram(program, hasScope);
        if (!before.HasOverload)
            return [];

        var project = new TestProject([.. before.Input.SyntaxTrees.Select(tree => new CSharpSource(tree.ToString(), Path.GetFileName(tree.FilePath)))]) { IsGenerating = true }.ToProject();
        var requests = await GraduateOverloads.AllInAsync(project, ContextsOf, CancellationToken.None);
        var result = await GraduateOverloads.ApplyAsync(project.Solution, requests, ContextsOf, CancellationToken.None);
        var after = result.Solution.GetProject(project.Id)!;
        var compilation = (CSharpCompilation)(await after.GetCompilationAsync())!;
        var texts = string.Join("\n", compilation.SyntaxTrees.Skip(1).Select(tree => tree.ToString()));

        Assert.All(result.Refusals, refusal => Assert.Matches("by hand.$|stays generated.$", refusal.Reason));
        Assert.True(TestCompilation.ErrorsOf(compilation) is "", $"{name}: {TestCompilation.ErrorsOf(compilation)}\n{texts}");
        Assert.False(result.Refusals.IsEmpty && GeneratedOverloads.FilesIn(compilation).Any(file => !file.FilePath.Contains("Report", StringComparison.Ordinal)), $"{name} still generates:\n{texts}");
        Assert.False(result.Refusals.IsEmpty && (await GraduateOverloads.AllInAsync(after, ContextsOf, CancellationToken.None)).Count > 0, $"{name} could go on:\n{texts}");

        var legacy = before.Legacy();
        var shim = result.Removed.Contains("M:Sample.Demo.M") ? null : ConstructProgram.Observe(CompiledProgram.Emit(compilation), "Sample.Demo", ambient: "given", given: null);
        var overload = ConstructProgram.Observe(CompiledProgram.Emit(compilation), "Sample.Demo", ambient: before.Reports.Count == 0 ? "decoy" : "given", given: "given", before.Overload);
        Assert.Equal((legacy.Result, legacy.Seen), (overload.Result, overload.Seen));
        if (shim is not null)
            Assert.Equal((legacy.Result, legacy.Seen), (shim.Result, shim.Seen));
        return [.. result.Refusals.Select(refusal => refusal.Reason)];
    }

    private static async Task<ContextModel> ContextsOf(Project project, CancellationToken cancellationToken) =>
        ContextModel.Create((await project.GetCompilationAsync(cancellationToken))!, ContextConfiguration.Parse([]), cancellationToken);
}
