namespace ExplicitContext.Model.Rewriting.Facts;

/// <summary>Why a context cannot be used at a site, as whole sentences; null where it can.</summary>
/// <param name="ForOthers">What stands against a context that is not of one thread.</param>
/// <param name="ForThread">What stands against that of a thread.</param>
public readonly record struct CaptureObstacles(string? ForOthers, string? ForThread)
{
    /// <summary>Whether a context belongs to one thread.</summary>
    public static bool IsOfThread(ContextType context) => context.Scope == "thread";

    /// <summary>What stands against one context, or null.</summary>
    public string? Against(ContextType context) => IsOfThread(context) ? ForThread : ForOthers;
}
