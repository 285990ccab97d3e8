using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace ExplicitContext.Testing;

/// <summary>A compilation, emitted into memory and loaded so that it can be run and unloaded.</summary>
public sealed class CompiledProgram : IDisposable
{
    private static readonly Lock ConsoleGate = new();

    private readonly AssemblyLoadContext _context = new("test program", isCollectible: true);
    private readonly Assembly _assembly;

    public CompiledProgram(CSharpCompilation compilation)
        : this(Emit(compilation))
    {
    }

    /// <summary>Loads an image once more, with statics of its own.</summary>
    public CompiledProgram(byte[] image)
    {
        using var stream = new MemoryStream(image);
        _assembly = _context.LoadFromStream(stream);
    }

    /// <summary>The image of a compilation.</summary>
    public static byte[] Emit(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join(Environment.NewLine, result.Diagnostics));
        return image.ToArray();
    }

    /// <summary>Calls a static method, by the full name of its type and its own name, and waits for its task where it returns one.</summary>
    /// <exception cref="Exception">What the method throws, unwrapped.</exception>
    public object? Call(string type, string method, params object?[] arguments)
    {
        var declaring = _assembly.GetType(type, throwOnError: true)!;
        var result = declaring.InvokeMember(
            method,
            BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.InvokeMethod | BindingFlags.DoNotWrapExceptions,
            binder: null,
            target: null,
            arguments,
            System.Globalization.CultureInfo.InvariantCulture);
        if (result is not Task task)
            return result;
        task.GetAwaiter().GetResult();
        return task.GetType().GetProperty(nameof(Task<>.Result))?.GetValue(task);
    }

    /// <summary>What a static method writes to the console. One program at a time: the console belongs to the process.</summary>
    public string Output(string type, string method, params object?[] arguments)
    {
        lock (ConsoleGate)
        {
            var console = Console.Out;
            using var captured = new StringWriter();
            Console.SetOut(captured);
            try
            {
                Call(type, method, arguments);
                return captured.ToString();
            }
            finally
            {
                Console.SetOut(console);
            }
        }
    }

    /// <summary>What the program's entry point writes to the console.</summary>
    public string Run()
    {
        var entry = _assembly.EntryPoint ?? throw new InvalidOperationException("The program has no entry point.");
        return Output(entry.DeclaringType!.FullName!, entry.Name, entry.GetParameters().Length == 0 ? [] : [Array.Empty<string>()]);
    }

    public void Dispose() => _context.Unload();
}
