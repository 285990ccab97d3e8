namespace ExplicitContext.Runtime;

/// <summary>
/// The session of an interpreter's language, and who is in it: a thread that closing has stopped is still on its way out through the language's
/// frames when the interpreter is gone, and those must not be pulled from under its feet.
/// </summary>
internal sealed class HostedSession(InterpreterState interp, ILanguageSession session)
{
    private const int Closed = int.MinValue;

    // How many visits there are, and in the highest bit whether there will be no more.
    [GuardedBy("atomic")]
    private int visits;

    /// <summary>Uses the session from inside.</summary>
    /// <exception cref="InterpreterFinalizingException">It is closed.</exception>
    /// <exception cref="RecursionLimitException">Too many runs of the language are open on this thread.</exception>
    public TResult Use<TArg, TResult>(ThreadState tstate, TArg arg, Func<ILanguageSession, ThreadState, TArg, TResult> use)
    {
        if (Interlocked.Increment(ref visits) < 0)
        {
            Leave();
            throw interp.Unavailable();
        }

        try
        {
            using (tstate.EnterRecursiveCall()) return use(session, tstate, arg);
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>As the language tells an error, or null where it is none of its own.</summary>
    public ErrorInfo? Describe(Exception error) => session.Describe(error);

    /// <summary>Lets nobody in any more, and disposes of the session, or leaves that to the last who is in it.</summary>
    public void Close()
    {
        if (Interlocked.Or(ref visits, Closed) == 0) session.Dispose();
    }

    private void Leave()
    {
        if (Interlocked.Decrement(ref visits) != Closed) return;
        try
        {
            session.Dispose();
        }
        catch (Exception error)
        {
            interp.Audit("language.dispose-failed", error);
        }
    }
}
