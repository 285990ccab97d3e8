namespace Ide.Tests;

/// <summary>Graduation as an editor shows it: an offer at each member with a generated overload, for one member, a document or the solution.</summary>
[Collection(GeneratingEditor.Name)]
public sealed class GraduationInTheIdeTests(GeneratingConsumer consumer)
{
    private const string Prices = """
        using ExplicitContext;

        public static partial class Prices
        {
            /// <summary>With tax.</summary>
            [PassContext]
            public static int Total(int amount) => Net(amount) + Engine.Current.Scale;

            private static int Net(int amount) => amount * Engine.Current.Scale;

            [PassContext]
            public static int Discount => Engine.Current.Scale;
        }

        """;

    private const string Orders = """
        using ExplicitContext;

        public static partial class Orders
        {
            [PassContext]
            public static int Sum(int count) => count * Prices.Total(1);
        }

        """;

    private const string GraduatedTotal = """
            /// <summary>With tax.</summary>
            [ContextEntry]
            public static int Total(int amount) => Total(Engine.Current, amount);

            /// <summary>With tax.</summary>
            /// <param name="engine">The context, handed on by the caller.</param>
            internal static int Total(Engine engine, int amount) => Net(engine, amount) + engine.Scale;

            private static int Net(Engine engine, int amount) => amount * engine.Scale;

        """;

    private const string GraduatedDiscount = """
            [ContextEntry]
            public static int Discount => GetDiscount(Engine.Current);

            internal static int GetDiscount(Engine engine) => engine.Scale;

        """;

    private const string GraduatedSum = """
            [ContextEntry]
            public static int Sum(int count) => Sum(Engine.Current, count);

            internal static int Sum(Engine engine, int count) => count * Prices.Total(engine, 1);

        """;

    [Fact]
    public async Task MembersWithAGeneratedOverload_CarryAnOffer()
    {
        var editor = await consumer.WithAsync(Prices, Orders);

        var offers = (await editor.FoundAsync("ECTX5004")).ToList();

        Assert.Equal(["Total", "Net", "Discount"], offers.Select(offer => offer.TextIn(Prices)));
        Assert.All(offers, offer => Assert.Equal(ShownDiagnostic.Information, offer.Severity));
        Assert.Equal(
            "'Prices.Total(int)' has a generated overload that takes 'Engine engine': graduate it, so that the overload is source and 'Prices.Total(int)' hands the ambient context on to it",
            offers[0].Message);
    }

    [Fact]
    public async Task OneMember_GraduatesWithWhatItNeeds_AndLeavesTheOthers()
    {
        var editor = await consumer.WithAsync(Prices, Orders);

        var graduate = Assert.Single(await editor.FixesAsync((await editor.FoundAsync("ECTX5004"))[0]), fix => fix.Title == "Graduate 'Total' and the member that it needs");
        await editor.ApplyAsync(graduate);

        Assert.Equal(Graduated("Prices", GraduatedTotal, Prices[Prices.IndexOf("    [PassContext]\n    public static int Discount", StringComparison.Ordinal)..^2]), editor.Text);
        Assert.Equal(["Discount"], (await editor.FoundAsync("ECTX5004")).Select(offer => offer.TextIn(editor.Text)));
        Assert.Equal(["Sum"], (await editor.FoundAsync("ECTX5004", consumer.Other)).Select(offer => offer.TextIn(Orders)));
        Assert.Empty(await editor.CompilerErrorsAsync());
        Assert.Empty(await editor.CompilerErrorsAsync(consumer.Other));
    }

    [Fact]
    public async Task FixAllInTheDocument_GraduatesTheDocument_AndNothingIsLeftToOffer()
    {
        var editor = await consumer.WithAsync(Prices, Orders);

        var all = Assert.Single(await editor.FixesAsync((await editor.FoundAsync("ECTX5004"))[2]), fix => fix.Title == "Fix all in Document: Graduate 'Discount'");
        await editor.ApplyAsync(all);

        Assert.Single(all.Edits);
        Assert.Equal(Graduated("Prices", GraduatedTotal, GraduatedDiscount), editor.Text);
        Assert.Empty(await editor.FoundAsync("ECTX5004"));
        Assert.Empty(await editor.CompilerErrorsAsync());
    }

    [Fact]
    public async Task FixAllInTheSolution_GraduatesEveryFile_AndNothingIsLeftToOffer()
    {
        var editor = await consumer.WithAsync(Prices, Orders);

        var all = Assert.Single(await editor.FixesAsync((await editor.FoundAsync("ECTX5004"))[2]), fix => fix.Title == "Fix all in Solution: Graduate 'Discount'");
        var orders = all.ApplyTo(consumer.Other, Orders);
        await editor.ChangeAsync(consumer.Other, orders);
        await editor.ApplyAsync(all);

        Assert.Equal(2, all.Edits.Count);
        Assert.Equal(Graduated("Prices", GraduatedTotal, GraduatedDiscount), editor.Text);
        Assert.Equal(Graduated("Orders", GraduatedSum), orders);
        foreach (var file in new[] { editor.File, consumer.Other })
        {
            Assert.Empty(await editor.FoundAsync("ECTX5004", file));
            Assert.Empty(await editor.CompilerErrorsAsync(file));
        }
    }

    private static string Graduated(string type, params string[] members) =>
        $"using ExplicitContext;\n\npublic static partial class {type}\n{{\n{string.Join("\n", members)}}}\n";
}
