namespace MiniScript;

/// <summary>How often each function was called.</summary>
internal sealed class Profile(EngineState engine)
{
    private readonly Dictionary<string, long> calls = [];

    public void Count(string name)
    {
        engine.Statistics.Calls++;
        if (engine.Options.Profile)
            calls[name] = calls.GetValueOrDefault(name) + 1;
    }

    /// <summary>One line for each function, the busiest first.</summary>
    public IEnumerable<string> Report()
    {
        foreach (var (name, count) in calls.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal))
            yield return $"{count,10} {(double)count / engine.Statistics.Calls,6:P0}  {name}";
    }
}
