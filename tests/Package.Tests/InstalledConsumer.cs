using ExplicitContext.Consumers;

namespace Package.Tests;

/// <summary>Creates projects that have the package ExplicitContext installed and hold the sources of ConsumerSources.</summary>
internal static class InstalledConsumer
{
    private static string Sources => Path.Combine(Repository.Root, "tests", "Package.Tests", "ConsumerSources");

    public static async Task<ConsumerProject> CreateAsync(PackageFeed feed)
    {
        var consumer = new ConsumerProject(feed, "ExplicitContext");
        foreach (var file in Directory.EnumerateFiles(Sources))
            consumer.Write(Path.GetFileName(file), File.ReadAllText(file));
        (await consumer.DotnetAsync("restore")).Succeeded();
        return consumer;
    }

    public static Task<CommandResult> BuildAsync(this ConsumerProject consumer, params string[] options) =>
        consumer.DotnetAsync(["build", "--no-restore", "-t:Rebuild", .. options]);
}
