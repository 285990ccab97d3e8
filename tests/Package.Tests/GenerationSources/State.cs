using ExplicitContext;
using ExplicitContext.Runtime;

namespace Consumer;

[PerInterpreter]
internal sealed partial class Counter
{
    public int Next { get; set; }
}

[PerThread]
internal sealed partial class Scratch(ThreadState tstate)
{
    public string Where => $"interpreter {tstate.Interp.Id.Value}";
}

[ModuleState(typeof(Engine))]
internal sealed partial class Cache(Engine engine) : IDisposable
{
    public string Key(int id) => $"{engine.Name}/{id}";

    public void Dispose() => Console.WriteLine($"{engine.Name} is gone");
}

internal static partial class Settings
{
    [MoveTo(typeof(Engine), Initial = nameof(InitialLimit))]
    internal static partial int Limit { get; set; }

    private static int InitialLimit(Engine engine) => engine.Name.Length;
}
