namespace LuaHost;

/// <summary>Calls in threads of their own, whose results and errors are kept.</summary>
internal static class Threads
{
    public static int Join(LuaCall call) => call.Return(Wait(call, call.Handle<Task>(1)));

    public static int Result(LuaCall call)
    {
        var task = call.Handle<Task>(1);
        if (!Wait(call, task)) throw new TimeoutException("the call goes on");
        task.GetAwaiter().GetResult();
        return call.Return((task as Task<object?>)?.Result);
    }

    public static int IsAlive(LuaCall call) => call.Return(!call.Handle<Task>(1).IsCompleted);

    /// <summary>Waits for the call's end, however it ended, and lets others into the interpreter meanwhile.</summary>
    private static bool Wait(LuaCall call, Task task)
    {
        using var source = call.Run.LinkToken();
        var milliseconds = call.Timeout(2)?.TotalMilliseconds ?? Timeout.Infinite;
        bool hasEnded;
        using (call.Tstate.AllowThreads()) hasEnded = Task.WaitAny([task], (int)Math.Min(milliseconds, int.MaxValue), source.Token) == 0;

        // What ended the call may be meant to end the caller, too.
        call.Tstate.CheckBreaker();
        return hasEnded;
    }
}
