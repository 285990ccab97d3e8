namespace MiniScript;

/// <summary>How a public member that is handed no context comes by one: the only place that reads the ambient.</summary>
internal static class EntryPoint
{
    [AuditedStatic(
        Owner = "MiniScript",
        Reason = "new Engine() and Engine.Default take no context, so one root stays. It is set once and guards what it holds.",
        Until = "2028-12-31")]
    public static readonly RuntimeState Runtime = RuntimeState.Initialize();

    /// <summary>Runs in the engine that the thread is in, or in <see cref="Engine.Default"/> where it is in none.</summary>
    [ContextEntry]
    public static TResult Call<TArgument, TResult>(Func<ThreadState, TArgument, TResult> function, TArgument argument)
    {
        if (ThreadState.TryGetCurrent(out var tstate))
            return function(tstate, argument);
        using (Runtime.Main.Attach(out tstate))
            return function(tstate, argument);
    }
}
