using ExplicitContext.Consumers;

namespace Ide.Tests;

/// <summary>What the SDK's IDE services, the engine behind the error list and the light bulb, show of the rules and their fixes.</summary>
public sealed class IdeTests
{
    private const string Engine = """
        using ExplicitContext;

        [ContextType("engine", ParameterName = "engine")]
        internal sealed class Engine
        {
            [AmbientAccessor]
            public static Engine Current { get; } = new();

            public int Scale => 2;
        }

        """;

    [Fact]
    public async Task AmbientReadTypedInAProjectOfThisRepository_IsUnderlinedAndFixedFromTheLightBulb()
    {
        var sample = Path.Combine(Repository.Root, "samples", "MiniScript");
        var file = Path.Combine(sample, "EntryPoint.cs");
        await using var editor = await Editor.OpenAsync(Path.Combine(sample, "MiniScript.csproj"), file, await File.ReadAllTextAsync(file));

        await AssertUnderlinedAndFixedAsync(
            editor,
            "internal static class Typed { public static InterpreterState Interp(ThreadState tstate) => ThreadState.Current.Interp; }",
            "ThreadState.Current",
            "tstate");
    }

    [Fact]
    public async Task AmbientReadTypedInAPackageConsumer_IsUnderlinedAndFixedFromTheLightBulb()
    {
        using var feed = new PackageFeed();
        await feed.PackAsync("runtime/ExplicitContext.Annotations");
        using var consumer = new ConsumerProject(feed, "ExplicitContext");
        consumer.Write("Calculator.cs", Engine);
        (await consumer.DotnetAsync("restore")).Succeeded();
        await using var editor = await Editor.OpenAsync(consumer.ProjectFile, consumer.PathOf("Calculator.cs"), Engine);

        await AssertUnderlinedAndFixedAsync(
            editor,
            "internal static class Calculator { public static int Twice(Engine engine, int x) => x * Engine.Current.Scale; }",
            "Engine.Current",
            "engine");
    }

    private static async Task AssertUnderlinedAndFixedAsync(Editor editor, string typed, string ambient, string context)
    {
        Assert.DoesNotContain(await editor.DiagnosticsAsync(), d => d.Id == "ECTX1001");
        var before = editor.Text;

        await editor.ChangeAsync(before + typed);
        var diagnostic = Assert.Single(await editor.DiagnosticsAsync(), d => d.Id == "ECTX1001");
        Assert.Equal($"'{ambient}' is ambient, and '{context}' is at hand here: use it", diagnostic.Message);
        Assert.Equal(ambient, diagnostic.TextIn(editor.Text));

        var fix = Assert.Single(await editor.FixesAsync(diagnostic), f => f.Title == $"Use '{context}'");
        await editor.ChangeAsync(fix.ApplyTo(editor.Text));
        Assert.Equal(before + typed.Replace(ambient, context), editor.Text);
        Assert.DoesNotContain(await editor.DiagnosticsAsync(), d => d.Id == "ECTX1001");
    }
}
