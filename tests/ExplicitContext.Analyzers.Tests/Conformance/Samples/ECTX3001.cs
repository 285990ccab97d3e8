class Registry
{
    private static Engine? [|last|];

    private static object? any;

    internal static void Remember(Engine engine)
    {
        last = engine;
        any = [|engine|];
    }

    internal static object? Any => any ?? last;
}
