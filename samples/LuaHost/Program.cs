namespace LuaHost;

/// <summary>Runs Lua scripts one after the other, each in the main interpreter of a runtime of its own.</summary>
internal static class Program
{
    private const string Usage = "usage: LuaHost SCRIPT...";

    private static int Main(string[] args)
    {
        if (args.Length == 0 || args.Any(arg => arg.StartsWith('-')))
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        using var interrupt = new CancellationTokenSource();
        Console.CancelKeyPress += (_, happening) =>
        {
            happening.Cancel = true;
            interrupt.Cancel();
        };
        return args.All(file => LuaScript.Run(file, Console.Out, Console.Error, interrupt.Token)) ? 0 : 1;
    }
}
