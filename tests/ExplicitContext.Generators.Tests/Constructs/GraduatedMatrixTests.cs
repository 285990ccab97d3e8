using ExplicitContext.ChangeSignature.Graduating;
using ExplicitContext.Model;
using ExplicitContext.Model.Configuration;
using ExplicitContext.Model.Rewriting;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ExplicitContext.Generators.Tests.Constructs;

/// <summary>
/// The construct matrix once more: what each program generates becomes source, runs as it did, and leaves nothing to generate; where a member has to be taken over by hand, nothing
/// breaks.
/// </summary>
public sealed class GraduatedMatrixTests
{
    public static TheoryData<string, string, bool> Programs()
    {
        var data = new TheoryData<string, string, bool>();
        foreach (var row in ConstructMatrix.Rows.Where(row => row.Now is Grade.Rewritten or Grade.Forwarded or Grade.Kept or Grade.Renamed))
        {
            for (var i = 0; i < row.Programs.Length; i++)
            {
                if (ConstructRow.CanParse(row.Programs[i]))
                    data.Add($"{row.Number:00} {row.Name} {i + 1}", row.Programs[i], row.HasScope);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Program_RunsAlikeWhenItHasGraduated(string name, string program, bool hasScope)
    {
        var before = new ConstructProgram(program, hasScope);
        if (!before.HasOverload)
            return;

        var project = new TestProject([.. before.Input.SyntaxTrees.Select(tree => new CSharpSource(tree.ToString(), Path.GetFileName(tree.FilePath)))]) { IsGenerating = true }.ToProject();
        var requests = await GraduateOverloads.AllInAsync(project, ContextsOf, CancellationToken.None);
        var result = await GraduateOverloads.ApplyAsync(project.Solution, requests, ContextsOf, CancellationToken.None);
        var after = result.Solution.GetProject(project.Id)!;
        var compilation = (CSharpCompilation)(await after.GetCompilationAsync())!;
        var texts = string.Join("\n", compilation.SyntaxTrees.Skip(1).Select(tree => tree.ToString()));

        Assert.All(result.Refusals, refusal => Assert.Matches("by hand.$|stays generated.$", refusal.Reason));
        Assert.True(TestCompilation.ErrorsOf(compilation) is "", $"{name}: {TestCompilation.ErrorsOf(compilation)}\n{texts}");
        Assert.False(result.Refusals.IsEmpty && GeneratedOverloads.FilesIn(compilation).Any(file => !file.FilePath.Contains("Report", StringComparison.Ordinal)), $"{name} still generates:\n{texts}");
        Assert.Equal(result.Refusals.IsEmpty, (await GraduateOverloads.AllInAsync(after, ContextsOf, CancellationToken.None)).Count == 0);

        var legacy = before.Legacy();
        var shim = result.Removed.Contains("M:Sample.Demo.M") ? null : ConstructProgram.Observe(CompiledProgram.Emit(compilation), "Sample.Demo", ambient: "given", given: null);
        var overload = ConstructProgram.Observe(CompiledProgram.Emit(compilation), "Sample.Demo", ambient: before.Reports.Count == 0 ? "decoy" : "given", given: "given", before.Overload);
        Assert.Equal((legacy.Result, legacy.Seen), (overload.Result, overload.Seen));
        if (shim is not null)
            Assert.Equal((legacy.Result, legacy.Seen), (shim.Result, shim.Seen));
    }

    private static async Task<ContextModel> ContextsOf(Project project, CancellationToken cancellationToken) =>
        ContextModel.Create((await project.GetCompilationAsync(cancellationToken))!, ContextConfiguration.Parse([]), cancellationToken);
}
