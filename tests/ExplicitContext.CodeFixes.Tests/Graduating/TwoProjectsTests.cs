using ExplicitContext.Analyzers;
using ExplicitContext.ChangeSignature.Graduating;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.CodeFixes.Tests.Graduating;

/// <summary>A project and one that uses it, as an editor holds them: each sees the other's source. They graduate one after the other, in any order, or together.</summary>
public sealed class TwoProjectsTests
{
    private const string Prices = """
        [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Shop")]

        public static partial class Prices
        {
            [PassContext]
            public static int Total(int amount) => Net(amount) + 1;

            [PassContext]
            public static int Tax => Engine.Current.Seed;

            private static int Net(int amount) => amount * Engine.Current.Seed;
        }
        """;

    private const string Shop = """
        using ExplicitContext;

        public static partial class Shop
        {
            [PassContext]
            public static int Sell(int count) => Prices.Total(count) + Prices.Tax;
        }
        """;

    private const string GraduatedPrices = """
        [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Shop")]

        public static partial class Prices
        {
            [ContextEntry]
            public static int Total(int amount) => Total(Engine.Current, amount);

            internal static int Total(Engine engine, int amount) => Net(engine, amount) + 1;

            [ContextEntry]
            public static int Tax => GetTax(Engine.Current);

            internal static int GetTax(Engine engine) => engine.Seed;

            private static int Net(Engine engine, int amount) => amount * engine.Seed;
        }
        """;

    private const string GraduatedShop = """
        using ExplicitContext;

        public static partial class Shop
        {
            [ContextEntry]
            public static int Sell(int count) => Sell(Engine.Current, count);

            internal static int Sell(Engine engine, int count) => Prices.Total(engine, count) + Prices.GetTax(engine);
        }
        """;

    [Theory]
    [InlineData("Prices", "Shop")]
    [InlineData("Shop", "Prices")]
    [InlineData("Prices Shop")]
    public async Task EachGraduates_WhicheverDoesFirst(params string[] steps)
    {
        var prices = Graduating.Project(Prices).ToProject();
        var solution = prices.Solution.WithProjectName(prices.Id, "Prices").AddProject("Shop", "Shop", LanguageNames.CSharp)
            .WithParseOptions(prices.ParseOptions!).WithCompilationOptions(prices.CompilationOptions!).WithMetadataReferences(prices.MetadataReferences).WithAnalyzerReferences(prices.AnalyzerReferences)
            .AddProjectReference(new(prices.Id))
            .AddDocument("Shop.cs", Shop, filePath: "/test/Shop.cs").Project.Solution;

        foreach (var step in steps)
        {
            var requests = new List<GraduationRequest>();
            foreach (var name in step.Split(' '))
                requests.AddRange(await GraduateOverloads.AllInAsync(solution.Projects.Single(project => project.Name == name), ContextsOfAsync, CancellationToken.None));
            var result = await GraduateOverloads.ApplyAsync(solution, requests, ContextsOfAsync, CancellationToken.None);
            solution = result.Solution;
            Assert.Empty(result.Refusals.Select(refusal => refusal.Reason));
        }

        foreach (var project in solution.Projects)
            Assert.Equal("", TestCompilation.ErrorsOf((await project.GetCompilationAsync())!));
        Assert.Equal(GraduatedShop, await TextOfAsync(solution, "Shop"));
        Assert.Equal(GraduatedPrices, await TextOfAsync(solution, "Prices"));
    }

    private static async Task<string> TextOfAsync(Solution solution, string project) =>
        (await solution.Projects.Single(candidate => candidate.Name == project).Documents.First().GetTextAsync()).ToString();

    private static async Task<Model.ContextModel> ContextsOfAsync(Project project, CancellationToken cancellationToken) =>
        ContextModels.Create((await project.GetCompilationAsync(cancellationToken))!, project.AnalyzerOptions, cancellationToken);
}
