using ExplicitContext;

namespace Consumer;

internal static partial class Calculator
{
    private static int calls; // ECTX1004

    [PassContext]
    internal static int Scaled(int x) // ECTX5004
    {
        calls++;
        return x * Engine.Current.Scale; // ECTX1002
    }

    internal static int Offset(Engine engine, int x) => x + Engine.Current.Scale; // ECTX1001, ECTX2008

    internal static int ScaledTwice(Engine engine, int x) => Scaled(x) * engine.Scale; // ECTX2001

    internal static int Calls => calls;
}
