namespace Benchmarks.Measuring;

/// <summary>How often the operating system has stopped running a thread because it waited.</summary>
internal static class ThreadSwitches
{
    /// <summary>The count for the thread of that name, at most 15 characters; null where the system does not tell.</summary>
    public static double? Of(string threadName)
    {
        const string tasks = "/proc/self/task";
        if (!Directory.Exists(tasks)) return null;
        foreach (var task in Directory.EnumerateDirectories(tasks))
        {
            if (File.ReadAllText(Path.Combine(task, "comm")).Trim() != threadName) continue;
            const string counter = "voluntary_ctxt_switches:";
            return double.Parse(File.ReadLines(Path.Combine(task, "status")).First(line => line.StartsWith(counter, StringComparison.Ordinal))[counter.Length..]);
        }

        return null;
    }
}
