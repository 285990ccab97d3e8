namespace MiniScript;

/// <summary>Runs script files on the shared engine, one after the other.</summary>
internal static class Program
{
    private const string Usage = "usage: MiniScript [--trace] [--profile] [--recursion-limit N] SCRIPT...";

    private static int Main(string[] args)
    {
        var files = new List<string>();
        var recursionLimit = EngineOptions.Default.RecursionLimit;
        var profile = false;
        for (var i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--trace":
                    Trace.Stepped += Console.Error.WriteLine;
                    break;
                case "--profile":
                    profile = true;
                    break;
                case "--recursion-limit" when i + 1 < args.Length && int.TryParse(args[i + 1], out recursionLimit):
                    i++;
                    break;
                case var option when option.StartsWith('-'):
                    return Complain($"{option}: unknown, or without its number\n{Usage}");
                default:
                    files.Add(args[i]);
                    break;
            }
        }

        if (files.Count == 0)
            return Complain(Usage);

        EngineOptions.Default = new EngineOptions
        {
            RecursionLimit = recursionLimit,
            Profile = profile,
            ImportPath = Path.GetDirectoryName(Path.GetFullPath(files[0])) ?? ".",
        };
        var succeeded = files.TrueForAll(Run);
        foreach (var line in Profile.Report())
            Console.Error.WriteLine(line);
        return succeeded ? 0 : 1;
    }

    private static bool Run(string file)
    {
        try
        {
            Engine.Default.Run(File.ReadAllText(file), Path.GetFileName(file));
            return true;
        }
        catch (ScriptException e)
        {
            Console.Error.WriteLine(e.Report);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"{file}: {e.Message}");
        }

        return false;
    }

    private static int Complain(string message)
    {
        Console.Error.WriteLine(message);
        return 2;
    }
}
