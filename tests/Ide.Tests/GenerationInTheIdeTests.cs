namespace Ide.Tests;

/// <summary>What is underlined where an overload that is asked for cannot be generated, and what the light bulb does about it.</summary>
[Collection(GeneratingEditor.Name)]
public sealed class GenerationInTheIdeTests(GeneratingConsumer consumer)
{
    private const string Prices = """
        using ExplicitContext;

        internal static class Shop
        {
            internal static class Prices
            {
                [PassContext]
                internal static int Total(int x) => Rates.Scale(x) + Engine.Current.Scale;

                internal static int Use(Engine engine) => Total(engine, 2);
            }
        }

        """;

    private const string Rates = """
        internal static class Rates
        {
            internal static int Scale(int x) => x * Engine.Current.Scale;
        }

        """;

    [Fact]
    public async Task TypesThatAreNotPartial_AreMadeSoFromTheLightBulb_AndThenTheOverloadIsThere()
    {
        var editor = await consumer.WithAsync(Prices, Rates);

        var notPartial = Assert.Single(await editor.FoundAsync("ECTX5001"));
        Assert.Equal("Prices", notPartial.TextIn(Prices));
        Assert.Equal(ShownDiagnostic.Warning, notPartial.Severity);
        Assert.Equal("'Prices' is not partial, so no context-passing overload can stand beside 'Prices.Total'. Make it partial.", notPartial.Message);
        Assert.Equal("CS1501", Assert.Single(await editor.CompilerErrorsAsync()).Id); // there is no overload

        var offered = await editor.FixesAsync(notPartial);
        await editor.ApplyAsync(Assert.Single(offered, fix => fix.Title == "Make it partial"));

        Assert.Equal(Prices.Replace("static class", "static partial class", StringComparison.Ordinal), editor.Text);
        Assert.Empty(await editor.FoundAsync("ECTX5001"));
        Assert.Empty(await editor.CompilerErrorsAsync());
        Assert.Equal("Rates", Assert.Single(await editor.FoundAsync("ECTX5001", consumer.Other)).TextIn(Rates));

        var everywhere = Assert.Single(offered, fix => fix.Title == "Fix all in Solution: Make it partial");
        await editor.ChangeAsync(consumer.Other, everywhere.ApplyTo(consumer.Other, Rates));
        Assert.Empty(await editor.FoundAsync("ECTX5001", consumer.Other));
    }

    [Fact]
    public async Task PlaceThatHasNoRoomForTheContext_IsUnderlinedWithTheReason_UntilItHas()
    {
        const string Code = """
            using ExplicitContext;

            internal static partial class Prices
            {
                [PassContext]
                internal static int Total()
                {
                    System.Func<int> scale = static () => Engine.Current.Scale;
                    return scale();
                }
            }

            """;
        var editor = await consumer.WithAsync(Code);

        var kept = Assert.Single(await editor.FoundAsync("ECTX5002"));
        Assert.Equal("Engine.Current", kept.TextIn(Code));
        Assert.Equal(ShownDiagnostic.Warning, kept.Severity);
        Assert.Equal("A static lambda cannot capture the context; pass it as a parameter of the lambda, or drop 'static'.", kept.Message);

        await editor.ChangeAsync(Code.Replace("static ()", "()", StringComparison.Ordinal));
        Assert.Empty(await editor.FoundAsync("ECTX5002"));
    }

    [Fact]
    public async Task OverloadThatWouldChangeAUse_IsUnderlined_AndNotGenerated()
    {
        const string Code = """
            using ExplicitContext;

            internal static partial class Prices
            {
                [PassContext]
                internal static int Total() => Engine.Current.Scale;

                internal static System.Delegate Natural()
                {
                    var total = Total;
                    return total;
                }
            }

            """;
        var editor = await consumer.WithAsync(Code);

        var refused = Assert.Single(await editor.FoundAsync("ECTX5003"));
        Assert.Equal("Total", refused.TextIn(Code));
        Assert.Equal(ShownDiagnostic.Warning, refused.Severity);
        Assert.Equal("An overload of 'Total' would change what 'Total' means at Code.cs:10. Rename one of the two, or write the overload by hand.", refused.Message);
        Assert.Empty(await editor.CompilerErrorsAsync());

        await editor.ChangeAsync(Code
            .Replace("var total = Total", "System.Func<int> total = Total", StringComparison.Ordinal)
            .Replace("Natural()", "Natural(Engine engine)", StringComparison.Ordinal)
            .Replace("return total;", "return Total(engine) > 2 ? total : null!;", StringComparison.Ordinal));
        Assert.Empty(await editor.FoundAsync("ECTX5003"));
        Assert.Empty(await editor.CompilerErrorsAsync());
    }
}
