using System.Collections.Immutable;
using ExplicitContext.Model;
using ExplicitContext.Model.Configuration;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.ChangeSignature.Tests;

/// <summary>
/// Moves the reads that are marked <c>[|…|]</c> up by one member, in one pass, in the world of <see cref="EngineProject"/>. Every result compiles,
/// a second pass does nothing, and a program that has <c>Program.Run</c> returns from it what it returned before.
/// </summary>
internal static class MoveUp
{
    private const string Usings =
        "global using System; global using System.Collections.Generic; global using System.Linq; global using System.Linq.Expressions; global using System.Threading.Tasks; global using ExplicitContext;";

    public static Task VerifyAsync(string before, string after) => VerifyAsync([before], [after]);

    /// <summary>Verifies the texts of one project with several files.</summary>
    public static async Task VerifyAsync(string[] before, string[] after, ChangeOptions? options = null) =>
        await VerifyAsync(World.Of(before), after, options);

    public static async Task VerifyAsync(World world, string[] after, ChangeOptions? options = null)
    {
        Assert.Equal("", await world.ErrorsAsync());
        var (result, _) = await ApplyAsync(world, options);
        Assert.Empty(result.Refusals.Select(refusal => refusal.Reason));
        await AssertTextsAsync(world, result.Solution, after);
        Assert.Equal("", await (world with { Solution = result.Solution }).ErrorsAsync());
        await AssertSecondPassDoesNothingAsync(result.Solution, options);
        await AssertRunsAlikeAsync(world.Solution, result.Solution);
    }

    /// <summary>Verifies that nothing changes and why.</summary>
    public static async Task VerifyRefusedAsync(string source, params string[] reasons) => await VerifyRefusedAsync(World.Of(source), reasons);

    public static async Task VerifyRefusedAsync(World world, params string[] reasons)
    {
        Assert.Equal("", await world.ErrorsAsync());
        var (result, obstacles) = await ApplyAsync(world, options: null);
        Assert.Equal(reasons, obstacles.Concat(result.Refusals.Select(refusal => refusal.Reason)));
        Assert.Same(world.Solution, result.Solution);
    }

    /// <summary>Verifies the texts where some of the requests are refused.</summary>
    public static async Task VerifyPartlyAsync(string before, string after, params string[] reasons)
    {
        var world = World.Of(before);
        Assert.Equal("", await world.ErrorsAsync());
        var (result, obstacles) = await ApplyAsync(world, options: null);
        Assert.Equal(reasons, obstacles.Concat(result.Refusals.Select(refusal => refusal.Reason)));
        await AssertTextsAsync(world, result.Solution, [after]);
        Assert.Equal("", await (world with { Solution = result.Solution }).ErrorsAsync());
        await AssertRunsAlikeAsync(world.Solution, result.Solution);
    }

    public static async Task<(ChangeResult Result, IReadOnlyList<string> Obstacles)> ApplyAsync(World world, ChangeOptions? options)
    {
        var requests = new List<ContextRequest>();
        var obstacles = new List<string>();
        foreach (var (id, marks) in world.Marks)
        {
            var document = world.Solution.GetDocument(id)!;
            var root = (await document.GetSyntaxRootAsync())!;
            foreach (var mark in marks)
            {
                var read = root.FindNode(mark.Span, getInnermostNodeForTie: true);
                var target = ReadTarget.Of(read, (await document.GetSemanticModelAsync())!, await ContextsOf(document.Project, default), options ?? new ChangeOptions(), default);
                if (target.Request is { } request)
                    requests.Add(request);
                else
                    obstacles.Add(target.Obstacle!);
            }
        }

        return (await AddContextParameter.ApplyAsync(world.Solution, requests, ContextsOf, options ?? new ChangeOptions(), default), obstacles);
    }

    public static async Task<ContextModel> ContextsOf(Project project, CancellationToken cancellationToken)
    {
        var files = project.AdditionalDocuments.Select(async file => new ConfigurationFile(file.FilePath!, (await file.GetTextAsync(cancellationToken)).ToString()));
        return ContextModel.Create((await project.GetCompilationAsync(cancellationToken))!, ContextConfiguration.Parse(await Task.WhenAll(files)), cancellationToken);
    }

    private static async Task AssertTextsAsync(World world, Solution actual, string[] after)
    {
        foreach (var ((id, _), expected) in world.Marks.Zip(after))
        {
            var text = (await actual.GetDocument(id)!.GetTextAsync()).ToString();
            if (text != expected)
                Assert.Fail($"{actual.GetDocument(id)!.Name} differs (- expected, + actual):{Environment.NewLine}{TextDiff.Describe(expected, text)}");
        }
    }

    /// <summary>Whatever takes a context now is asked to take it once more.</summary>
    private static async Task AssertSecondPassDoesNothingAsync(Solution solution, ChangeOptions? options)
    {
        var requests = new List<ContextRequest>();
        foreach (var document in solution.Projects.SelectMany(project => project.Documents))
        {
            var model = (await document.GetSemanticModelAsync())!;
            var contexts = await ContextsOf(document.Project, default);
            foreach (var node in (await document.GetSyntaxRootAsync())!.DescendantNodes().Where(node => node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax))
            {
                if (model.GetDeclaredSymbol(node) is IMethodSymbol member
                    && member.Parameters.Select(parameter => contexts.GetContextType(parameter.Type)).OfType<ContextType>().FirstOrDefault() is { } context)
                {
                    requests.Add(new(member, context));
                }
            }
        }

        var again = await AddContextParameter.ApplyAsync(solution, requests, ContextsOf, options ?? new ChangeOptions(), default);
        Assert.Same(solution, again.Solution);
        Assert.Empty(again.Refusals);
    }

    private static async Task AssertRunsAlikeAsync(Solution before, Solution after)
    {
        if (await RunAsync(before) is { } result)
            Assert.Equal(result, await RunAsync(after));
    }

    private static async Task<string?> RunAsync(Solution solution)
    {
        var compilation = (CSharpCompilation)(await solution.Projects.First().GetCompilationAsync())!;
        if (compilation.GetTypeByMetadataName("Program")?.GetMembers("Run").IsEmpty != false)
            return null;
        using var program = new CompiledProgram(compilation);
        return program.Call("Program", "Run")?.ToString() ?? "";
    }

    internal static ImmutableArray<CSharpSource> Around(IEnumerable<string> sources) =>
        [.. sources.Select(source => (CSharpSource)source), new CSharpSource(EngineProject.World, "World.cs"), new CSharpSource(Usings, "Usings.cs")];
}
