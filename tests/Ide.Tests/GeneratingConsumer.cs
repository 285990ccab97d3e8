using ExplicitContext.Consumers;

namespace Ide.Tests;

/// <summary>A project with the packed packages in which members are generated, open in an editor. Each test begins with texts of its own.</summary>
public sealed class GeneratingConsumer : IAsyncLifetime
{
    private const string Engine = """
        using ExplicitContext;

        [ContextType("engine")]
        public sealed partial class Engine
        {
            [AmbientAccessor]
            public static Engine Current { get; } = new();

            public int Scale => 2;
        }

        """;

    private readonly PackageFeed feed = new();
    private ConsumerProject? consumer;
    private Editor? editor;

    internal Editor Editor => editor!;

    /// <summary>The second file of the project.</summary>
    internal string Other => consumer!.PathOf("Other.cs");

    public async Task InitializeAsync()
    {
        await feed.PackAsync("runtime/ExplicitContext.Annotations");
        await feed.PackAsync("runtime/ExplicitContext.Runtime");
        consumer = new ConsumerProject(feed, "ExplicitContext", "ExplicitContext.Runtime");
        consumer.Write("Engine.cs", Engine);
        consumer.Write("Code.cs", "");
        consumer.Write("Other.cs", "");
        consumer.Write("Program.cs", "System.Console.WriteLine();\n");
        (await consumer.DotnetAsync("restore")).Succeeded();
        editor = await Editor.OpenAsync(consumer.ProjectFile, consumer.PathOf("Code.cs"), "");
    }

    public async Task DisposeAsync()
    {
        if (editor is not null)
            await editor.DisposeAsync();
        consumer?.Dispose();
        feed.Dispose();
    }

    /// <summary>The editor with these texts in the open file and in the second one.</summary>
    internal async Task<Editor> WithAsync(string code, string other = "")
    {
        await Editor.ChangeAsync(code);
        await Editor.ChangeAsync(Other, other);
        return Editor;
    }
}
