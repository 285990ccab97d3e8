using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace Ide.Host;

/// <summary>Usage: <c>Ide.Host SOLUTION-OR-PROJECT</c>; speaks the Language Server Protocol on stdin and stdout.</summary>
internal static class Program
{
    private static async Task Main(string[] args)
    {
        LoadRoslynFromSdk();
        await ServeAsync(Path.GetFullPath(args[0]));
    }

    private static void LoadRoslynFromSdk()
    {
        var folder = typeof(Program).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "SdkFormatFolder").Value!;
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            Path.GetFullPath(Path.Combine(folder, name.Name + ".dll")) is var path && File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
    }

    // Not inlined: Roslyn's types may be touched only after the resolver is in place.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Task ServeAsync(string path)
    {
        var channel = new JsonRpcChannel(Console.OpenStandardInput(), Console.OpenStandardOutput());
        return new LanguageServer(channel, new OpenSolution(path), Console.Error).RunAsync();
    }
}
