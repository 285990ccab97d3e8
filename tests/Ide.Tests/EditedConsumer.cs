using ExplicitContext.Consumers;

namespace Ide.Tests;

/// <summary>A project that has installed the packed package, open in an editor; the tests of one class share it and leave it as they found it.</summary>
public sealed class EditedConsumer : IAsyncLifetime
{
    public const string Engine = """
        using ExplicitContext;

        [ContextType("engine", ParameterName = "engine")]
        internal sealed class Engine
        {
            [AmbientAccessor]
            public static Engine Current { get; } = new();

            public int Scale => 2;
        }

        """;

    public const string Calculator = """
        internal static class Calculator
        {
            public static int Twice(Engine engine, int x) => x * Engine.Current.Scale;

            public static int Thrice(Engine engine, int x) => x + x * Engine.Current.Scale;
        }

        """;

    public const string Printer = """
        internal static class Printer
        {
            public static string Print(Engine engine) => "x" + Engine.Current.Scale;
        }

        """;

    public const string Levels = "root = true\n[*.cs]\nexplicit_context.level = enforce\n";
    public const string Configuration = "# what is ambient here, beside the attributes\nP:System.DateTime.UtcNow\n";

    public const string Debt = "ECTX1001 M:Calculator.Twice(Engine,System.Int32) P:Engine.Current\n";

    private readonly PackageFeed feed = new();
    private ConsumerProject? consumer;
    private Editor? editor;

    internal Editor Editor => editor!;

    internal string PathOf(string file) => consumer!.PathOf(file);

    public async Task InitializeAsync()
    {
        await feed.PackAsync("runtime/ExplicitContext.Annotations");
        consumer = new ConsumerProject(feed, "ExplicitContext");
        consumer.Write("Engine.cs", Engine);
        consumer.Write("Calculator.cs", Calculator);
        consumer.Write("Printer.cs", Printer);
        consumer.Write("Program.cs", "System.Console.WriteLine(Calculator.Twice(Engine.Current, 2) + Printer.Print(Engine.Current));\n");
        consumer.Write(".editorconfig", Levels);
        consumer.Write("ExplicitContext.txt", Configuration);
        consumer.Write("ExplicitContext.Baseline.txt", "");
        (await consumer.DotnetAsync("restore")).Succeeded();
        editor = await Editor.OpenAsync(consumer.ProjectFile, consumer.PathOf("Calculator.cs"), Calculator);
    }

    public async Task DisposeAsync()
    {
        if (editor is not null)
            await editor.DisposeAsync();
        consumer?.Dispose();
        feed.Dispose();
    }
}
