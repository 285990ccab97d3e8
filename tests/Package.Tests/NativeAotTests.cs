using System.Runtime.InteropServices;
using ExplicitContext.Consumers;

namespace Package.Tests;

/// <summary>The runtime, compiled ahead of time into a native program. Needs a C linker, as every such program does.</summary>
[Collection(PackageCollection.Name)]
public sealed class NativeAotTests(PackedToolkit toolkit)
{
    private const string Program = """
        using ExplicitContext.Runtime;

        using var runtime = RuntimeState.Initialize();
        using var interp = runtime.CreateInterpreter();
        interp.Prepare("name", "native");
        Console.WriteLine(interp.Call(static (tstate, times) =>
        {
            tstate.Interp.Variables.TryGet(tstate, "name", out var name);
            return string.Concat(Enumerable.Repeat((string)name!, times));
        }, 2));

        try
        {
            interp.Run(static _ => throw new FormatException("inside"));
        }
        catch (ExecutionFailedException error)
        {
            Console.WriteLine(error.Info.TypeName);
        }

        var thread = interp.StartThread(tstate => tstate.CheckBreaker());
        Console.WriteLine(thread.Join(TimeSpan.FromSeconds(30)));
        Console.WriteLine(interp.Close());
        """;

    [Fact]
    public async Task TheRuntime_WorksInANativeProgram_WithoutWarnings()
    {
        using var consumer = new ConsumerProject(toolkit.Feed, "ExplicitContext.Runtime");
        consumer.Retarget("net9.0");
        consumer.Write("Program.cs", Program);

        (await consumer.DotnetAsync(
            "publish", "-r", RuntimeInformation.RuntimeIdentifier, "-p:PublishAot=true", "-p:InvariantGlobalization=true", "-warnaserror", "-o", "native")).Succeeded();
        var run = (await Shell.RunAsync(consumer.PathOf(Path.Combine("native", "Consumer")), consumer.Folder)).Succeeded();

        Assert.Equal(
            ["nativenative", "System.FormatException", "True", "True"],
            run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }
}
