namespace MiniScript;

/// <summary>How often each function was called.</summary>
internal static class Profile
{
    private static readonly Dictionary<string, long> Calls = [];

    public static void Count(string name)
    {
        Engine.Current.Statistics.Calls++;
        if (Engine.Current.Options.Profile)
            Calls[name] = Calls.GetValueOrDefault(name) + 1;
    }

    /// <summary>One line for each function, the busiest first.</summary>
    public static IEnumerable<string> Report()
    {
        foreach (var (name, calls) in Calls.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal))
            yield return $"{calls,10} {(double)calls / Engine.Current.Statistics.Calls,6:P0}  {name}";
    }
}
