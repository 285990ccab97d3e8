namespace Ide.Tests;

/// <summary>Shims, module state and moved statics as an editor shows them: what is generated is there, and what cannot be says why.</summary>
[Collection(GeneratingEditor.Name)]
public sealed class ShimsAndStateInTheIdeTests(GeneratingConsumer consumer)
{
    [Fact]
    public async Task PartialEntryPoint_IsImplemented_AsSoonAsThereIsAMethodToForwardTo()
    {
        const string Code = """
            using ExplicitContext;

            public static partial class Prices
            {
                [ContextEntry]
                public static partial int Total(int amount);

                internal static int Total(Engine engine, int amount) => amount * engine.Scale;
            }

            """;
        var editor = await consumer.WithAsync(Code);
        Assert.Empty(await editor.CompilerErrorsAsync());

        await editor.ChangeAsync(Code.Replace("int Total(Engine engine, int amount)", "int Sum(Engine engine, int amount)", StringComparison.Ordinal));
        Assert.Equal("CS8795", Assert.Single(await editor.CompilerErrorsAsync()).Id);
        var missing = Assert.Single((await editor.FoundAsync("ECTX5002")).DistinctBy(found => (found.Message, found.TextIn(editor.Text)))); // generator and analyzer say the same
        Assert.Equal("Total", missing.TextIn(editor.Text));
        Assert.Equal(ShownDiagnostic.Warning, missing.Severity);
        Assert.Equal("'Prices.Total' is not implemented: nothing stands beside it to forward to. Write 'Total(<context>, int)'; one that another generator makes cannot be seen here.", missing.Message);
    }

    [Fact]
    public async Task ModuleState_HasItsAccessors()
    {
        const string Code = """
            using ExplicitContext;
            using ExplicitContext.Runtime;

            [PerInterpreter]
            public sealed partial class Logging
            {
                public int Lines { get; set; }
            }

            [PerThread]
            public sealed partial class Scratch(ThreadState tstate)
            {
                public ThreadState Thread => tstate;
            }

            [ModuleState(typeof(Engine))]
            public sealed partial class Cache(Engine engine)
            {
                public int Scale => engine.Scale;
            }

            public static class Uses
            {
                public static int Sum(ThreadState tstate, Engine engine) =>
                    tstate.Interp.Logging().Lines + tstate.Scratch().Thread.Interp.Logging().Lines + engine.Cache().Scale;
            }

            """;
        var editor = await consumer.WithAsync(Code);
        Assert.Empty(await editor.CompilerErrorsAsync());
        Assert.DoesNotContain(await editor.DiagnosticsAsync(), found => found.Id.StartsWith("ECTX5", StringComparison.Ordinal));

        await editor.ChangeAsync(Code.Replace("[PerThread]\n", "", StringComparison.Ordinal));
        Assert.Equal(("CS1061", "Scratch"), Assert.Single(await editor.CompilerErrorsAsync()) is var error ? (error.Id, error.TextIn(editor.Text)) : default);

        await editor.ChangeAsync(Code.Replace("sealed partial class Logging", "sealed class Logging", StringComparison.Ordinal));
        var notPartial = Assert.Single(await editor.FoundAsync("ECTX5001"));
        Assert.Equal("Logging", notPartial.TextIn(editor.Text));
        await editor.ApplyAsync(Assert.Single(await editor.FixesAsync(notPartial), fix => fix.Title == "Make it partial"));
        Assert.Equal(Code, editor.Text);
        Assert.Empty(await editor.CompilerErrorsAsync());
    }

    [Fact]
    public async Task StaticThatIsToMove_BecomesAForwarderFromTheLightBulb_AndItsUsesAreUnderlined()
    {
        const string Code = """
            using ExplicitContext;

            internal static partial class Settings
            {
                [MoveTo(typeof(Engine))]
                internal static int Limit = 5;

                internal static int Twice(Engine engine) => 2 * Limit;
            }

            """;
        var editor = await consumer.WithAsync(Code);

        var stays = Assert.Single(await editor.FoundAsync("ECTX5002"));
        Assert.Equal("Limit", stays.TextIn(Code));
        Assert.Equal(ShownDiagnostic.Warning, stays.Severity);
        Assert.Equal("'Settings.Limit': it stays where it is. Make it a partial property, whose value then lives in 'Engine'.", stays.Message);
        await editor.ApplyAsync(Assert.Single(await editor.FixesAsync(stays), fix => fix.Title == "Make it a partial property that lives in the state"));
        Assert.Equal(
            Code.Replace("Engine))]", "Engine), Initial = nameof(InitialLimit))]", StringComparison.Ordinal)
                .Replace("static int Limit = 5;", "static partial int Limit { get; set; }\n\n    private static int InitialLimit() => 5;", StringComparison.Ordinal),
            editor.Text);
        Assert.Empty(await editor.FoundAsync("ECTX5002"));
        Assert.Empty(await editor.CompilerErrorsAsync());

        var use = Assert.Single(await editor.FoundAsync("ECTX3003"));
        Assert.Equal("Limit", use.TextIn(editor.Text));
        Assert.Equal("'Settings.Limit' belongs to 'Engine': use 'engine.Limit()'", use.Message);
        Assert.Equal(ShownDiagnostic.Information, use.Severity);
        await editor.ApplyAsync(Assert.Single(await editor.FixesAsync(use), fix => fix.Title == "Use 'engine.Limit()'"));
        Assert.Contains("Twice(Engine engine) => 2 * engine.Limit();", editor.Text, StringComparison.Ordinal);
        Assert.Empty(await editor.FoundAsync("ECTX3003"));
        Assert.Empty(await editor.CompilerErrorsAsync());
    }
}
