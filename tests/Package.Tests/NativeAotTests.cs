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

        Console.WriteLine(interp.Call(static (_, order) => order.Amounts.Sum(), new Order("a", [1, 2, 3])));
        Console.WriteLine(interp.Call(static (_, list) => list.Value.Count, Shareable.Copy(new List<string> { "x", "y" })));
        try
        {
            object unwritten = new Unwritten("nobody has generated how it crosses");
            interp.Run(static (_, _) => { }, unwritten);
        }
        catch (NotShareableException error)
        {
            Console.WriteLine($"{error.Path} refused");
        }

        var queue = runtime.CreateQueue<Order>();
        queue.Put(new Order("b", [4]));
        Console.WriteLine(interp.Call(static (tstate, queue) => queue.Get(tstate).Value.Name, queue));

        var thread = interp.StartThread(tstate => tstate.CheckBreaker());
        Console.WriteLine(thread.Join(TimeSpan.FromSeconds(30)));
        Console.WriteLine(interp.Close());

        [ExplicitContext.Shareable]
        internal sealed partial record Order(string Name, int[] Amounts);

        [ExplicitContext.Shareable]
        internal sealed class Unwritten(string text)
        {
            public string Text { get; } = text;
        }
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
            ["nativenative", "System.FormatException", "6", "2", "arg refused", "b", "True", "True"],
            run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }
}
