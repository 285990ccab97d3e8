namespace Samples.Tests;

/// <summary>Either sample's script exception; the message is its report.</summary>
public sealed class ScriptFailure(string report) : Exception(report)
{
    /// <summary>Runs, and translates the exceptions for which there is a report.</summary>
    internal static T Translate<T>(Func<T> run, Func<Exception, string?> report)
    {
        try
        {
            return run();
        }
        catch (Exception error) when (report(error) is not null)
        {
            throw new ScriptFailure(report(error)!);
        }
    }
}
