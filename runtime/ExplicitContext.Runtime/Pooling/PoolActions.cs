namespace ExplicitContext.Runtime;

/// <summary>All shapes of delegates that a pool takes, as functions of a thread state and an argument.</summary>
internal static class PoolActions
{
    public static bool Run(ThreadState tstate, Action<ThreadState> action)
    {
        action(tstate);
        return true;
    }

    public static bool Run<TArg>(ThreadState tstate, (Action<ThreadState, TArg> Action, TArg Arg) call)
    {
        call.Action(tstate, call.Arg);
        return true;
    }

    public static TResult Call<TResult>(ThreadState tstate, Func<ThreadState, TResult> function) => function(tstate);
}
