class Logs
{
    private static Logger? shared;

    internal static void Share(Engine engine) => shared = [|engine.Logger|];

    internal static void Log(string text) => shared?.Log(text);
}
