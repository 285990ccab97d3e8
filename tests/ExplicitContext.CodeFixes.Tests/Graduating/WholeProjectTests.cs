using ExplicitContext.CodeFixes.Tests.Documentation;
using ExplicitContext.Generators;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ExplicitContext.CodeFixes.Tests.Graduating;

/// <summary>A project of three files, as a whole: it runs and looks as before, our own rules are content, and nothing is left to generate.</summary>
public sealed class WholeProjectTests
{
    private const string Shop = """
        namespace Shop;

        /// <summary>What is sold.</summary>
        public partial class Order(int amount)
        {
            /// <summary>The price.</summary>
            [PassContext]
            public int [|Price|](int discount = 0, params int[] more)
            {
                Engine.Current.Touch();
                return Prices.Of(amount) - discount + more.Sum(one => Prices.Of(one)) + Tax;
            }

            [PassContext]
            public async Task<string> [|ReportAsync|]<T>(T title)
                where T : notnull
            {
                var text = title + ":";
                await foreach (var line in Lines())
                    text += line;
                return text;
            }

            protected virtual int Rate => 3;

            private int [|Tax|] => Engine.Current.Seed / Rate;

            private async IAsyncEnumerable<string> [|Lines|]()
            {
                await Task.Yield();
                yield return $"{Price()}";
                yield return $"{Prices.Of(1)}";
            }
        }
        """;

    private const string Prices = """
        namespace Shop;

        internal static partial class Prices
        {
            internal static int [|Of|](int amount) => amount == 0 ? [|Base|] : Twice(amount, static x => x + 1) + amount.[|Extra|]();

            private static int Twice(int x, Func<int, int> map) => map(map(x));
        }

        internal static partial class Extensions
        {
            internal static int [|Extra|](this int x) => x > 3 ? Prices.Of(x - 1) : x * Engine.Current.Options.Depth;
        }
        """;

    private const string Main = """
        using Shop;

        public static class Program
        {
            public static void Run()
            {
                Engine.Current.Seed = 12;
                Engine.Current.Options.Depth = 2;
                Console.WriteLine(new Order(5).Price(1, 2, 3));
                Console.WriteLine(new Order(0).ReportAsync("all").Result);
            }
        }
        """;

    private static string Written => Prices.Replace("[|Base|]", "Base", StringComparison.Ordinal).Replace("amount.[|Extra|]", "amount.Extra", StringComparison.Ordinal)
        .Replace("private static int Twice", "private static int [|Base|] => Engine.Current.Seed;\n\n    private static int Twice", StringComparison.Ordinal);

    [Fact]
    public Task Project_GraduatesAsAWhole() => Graduating.VerifyAsync(
        [Shop, Written, Main],
        [
            """
            namespace Shop;

            /// <summary>What is sold.</summary>
            public partial class Order(int amount)
            {
                /// <summary>The price.</summary>
                [ContextEntry]
                public int Price(int discount = 0, params int[] more) => Price(Engine.Current, discount, more);

                /// <summary>The price.</summary>
                /// <param name="engine">The context, handed on by the caller.</param>
                internal int Price(Engine engine, int discount = 0, params int[] more)
                {
                    engine.Touch();
                    return Prices.Of(engine, amount) - discount + more.Sum(one => Prices.Of(engine, one)) + GetTax(engine);
                }

                [ContextEntry]
                public Task<string> ReportAsync<T>(T title)
                    where T : notnull => ReportAsync<T>(Engine.Current, title);

                internal async Task<string> ReportAsync<T>(Engine engine, T title)
                    where T : notnull
                {
                    var text = title + ":";
                    await foreach (var line in Lines(engine))
                        text += line;
                    return text;
                }

                protected virtual int Rate => 3;

                private int GetTax(Engine engine) => engine.Seed / Rate;

                private async IAsyncEnumerable<string> Lines(Engine engine)
                {
                    await Task.Yield();
                    yield return $"{Price(engine)}";
                    yield return $"{Prices.Of(engine, 1)}";
                }
            }
            """,
            """
            namespace Shop;

            internal static partial class Prices
            {
                internal static int Of(Engine engine, int amount) => amount == 0 ? GetBase(engine) : Twice(amount, static x => x + 1) + amount.Extra(engine);

                private static int GetBase(Engine engine) => engine.Seed;

                private static int Twice(int x, Func<int, int> map) => map(map(x));
            }

            internal static partial class Extensions
            {
                internal static int Extra(this int x, Engine engine) => x > 3 ? Prices.Of(engine, x - 1) : x * engine.Options.Depth;
            }
            """,
            Main,
        ]);

    [Fact]
    public async Task OwnRules_AreContentWithTheResult()
    {
        var files = await Graduating.AllAsync(Unmarked(Shop), Unmarked(Written), Main);
        var project = Graduating.Project([.. files]).WithBuildProperty("ExplicitContextLevel", "enforce").ToProject();
        var compilation = await Inferred.CompilationOf(project);
        var reported = await compilation.WithAnalyzers(ShippedRules.Analyzers, project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync();

        // The program itself reads the ambient: it is the host.
        Assert.DoesNotContain(reported, diagnostic => diagnostic.Location.GetLineSpan().Path is "/test/Test0.cs" or "/test/Test1.cs");
    }

    [Fact]
    public async Task CalleeThatGraduatedFirst_LeavesItsCallersGenerated()
    {
        const string Code = """
            using ExplicitContext;
            public static partial class Code
            {
                [PassContext]
                public static int M() => N(1);

                [ContextEntry]
                internal static int N(int x) => N(Engine.Current, x);

                internal static int N(Engine engine, int x) => x + engine.Seed;
            }
            """;
        var run = GeneratorTest<ContextOverloadGenerator>.Run(EngineProject.With(Code));

        Assert.Contains("internal static int M(Engine engine) => N(engine, 1);", Assert.Single(run.Sources).Value, StringComparison.Ordinal);
        await Graduating.VerifyAsync(
            Code.Replace("int M()", "int [|M|]()", StringComparison.Ordinal),
            """
            using ExplicitContext;
            public static partial class Code
            {
                [ContextEntry]
                public static int M() => M(Engine.Current);

                internal static int M(Engine engine) => N(engine, 1);

                internal static int N(Engine engine, int x) => x + engine.Seed;
            }
            """);
    }

    [Fact]
    public async Task SecondFixAll_ChangesNothing()
    {
        var once = await Graduating.AllAsync(Unmarked(Shop), Unmarked(Written), Main);

        Assert.NotEqual(Unmarked(Shop), once[0]);
        Assert.Equal(once, await Graduating.AllAsync([.. once]));
    }

    private static string Unmarked(string text) => MarkupText.Parse(text).Text;
}
