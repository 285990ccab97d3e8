using ExplicitContext;

namespace Consumer;

/// <summary>Public API that keeps its signature.</summary>
public static partial class Geometry
{
    [ContextEntry]
    public static partial int Area(int width, int height = 2);

    internal static int Area(Engine engine, int width, int height) => width * height * engine.Rate;
}
