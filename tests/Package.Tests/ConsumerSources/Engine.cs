using ExplicitContext;

namespace Consumer;

[ContextType("engine", ParameterName = "engine")]
internal sealed class Engine(int scale)
{
    [AmbientAccessor]
    public static Engine Current { get; set; } = new(1); // ECTX1004

    public int Scale => scale;
}
