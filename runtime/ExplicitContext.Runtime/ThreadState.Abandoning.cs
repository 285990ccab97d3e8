namespace ExplicitContext.Runtime;

// A thread that goes on to something else, whatever the code that ran on it has left open.
public sealed partial class ThreadState
{
    /// <summary>
    /// Ends all scopes that are open on the calling thread, which came in with this state from outside of all interpreters. Nobody else can: the scopes lived
    /// on the stack of code that has returned.
    /// </summary>
    internal void AbandonScopes()
    {
        if (attached is { } last)
        {
            last.depth = 0;
            last.stops = 0;
            last.Release();
        }

        depth = 0;
    }
}
