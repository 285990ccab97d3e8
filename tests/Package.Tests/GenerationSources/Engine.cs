using ExplicitContext;

namespace Consumer;

/// <summary>The context of this program: rates, and how they are written.</summary>
[ContextType("engine")]
public sealed partial class Engine(string name, int rate) : IDisposable
{
    [AmbientAccessor]
    public static Engine Current { get; } = new("ambient", 1);

    public string Name => name;

    public int Rate { get; internal set; } = rate;

    public void Dispose() => DisposeSlots();
}
