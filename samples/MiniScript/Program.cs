namespace MiniScript;

/// <summary>Runs script files one after the other, in one engine or in several at once.</summary>
internal static class Program
{
    private const string Usage = "usage: MiniScript [--trace] [--profile] [--recursion-limit N] [--parallel N] SCRIPT...";

    private static int Main(string[] args)
    {
        var files = new List<string>();
        var recursionLimit = new EngineOptions().RecursionLimit;
        var (trace, profile, parallel) = (false, false, 1);
        for (var i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--trace":
                    trace = true;
                    break;
                case "--profile":
                    profile = true;
                    break;
                case "--recursion-limit" when i + 1 < args.Length && int.TryParse(args[i + 1], out recursionLimit):
                    i++;
                    break;
                case "--parallel" when i + 1 < args.Length && int.TryParse(args[i + 1], out parallel) && parallel > 0:
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

        var options = new EngineOptions
        {
            RecursionLimit = recursionLimit,
            Profile = profile,
            ImportPath = Path.GetDirectoryName(Path.GetFullPath(files[0])) ?? ".",
        };
        var session = new Session(options, files, trace);
        var succeeded = parallel == 1
            ? session.Run(Console.Out, Console.Error)
            : session.RunParallel(parallel, Console.Out, Console.Error);
        return succeeded ? 0 : 1;
    }

    private static int Complain(string message)
    {
        Console.Error.WriteLine(message);
        return 2;
    }
}
