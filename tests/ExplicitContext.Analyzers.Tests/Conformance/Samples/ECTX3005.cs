class Logs
{
    private static Options? shared;

    internal static void Share(Engine engine) => shared = [|engine.Options|];

    internal static int? Depth => shared?.Depth;
}
