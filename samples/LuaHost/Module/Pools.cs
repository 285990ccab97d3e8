using Work = (object Function, ExplicitContext.Runtime.CopyOnSend<object?[]> Arguments);

namespace LuaHost;

/// <summary>Pools of interpreters, after <c>InterpreterPoolExecutor</c>.</summary>
internal static class Pools
{
    /// <summary>Takes how many workers there may be, and what each of them runs first, with its arguments.</summary>
    public static int Create(LuaCall call)
    {
        var options = new InterpreterPoolOptions { Interpreter = new InterpreterOptions { Language = call.Session.Language } };
        if (call.IsGiven(1)) options = options with { MaxWorkers = (int)Math.Clamp(call.Integer(1, 0), 0, int.MaxValue) };
        return call.Return(call.IsGiven(2)
            ? call.Runtime.CreatePool(static (tstate, work) => { Call(tstate, work); }, WorkOf(call, 2), options)
            : call.Runtime.CreatePool(options));
    }

    public static int Submit(LuaCall call) => call.Return(call.Handle<InterpreterPool>(1).CallAsync(Call, WorkOf(call, 2), call.Tstate.RunToken));

    public static int Info(LuaCall call)
    {
        var pool = call.Handle<InterpreterPool>(1);
        return call.Text(2) switch
        {
            "max_workers" => call.Return(pool.MaxWorkers),
            "workers" => call.Return(pool.WorkerCount),
            "pending" => call.Return(pool.PendingCount),
            _ => call.Return(pool.IsBroken),
        };
    }

    /// <summary>Takes whether to cancel what has not begun, and whether to stop what goes on.</summary>
    public static int Shutdown(LuaCall call)
    {
        var result = call.Handle<InterpreterPool>(1).Shutdown(new PoolShutdownOptions { CancelPending = call.Lua.ToBoolean(2), StopRunning = call.Lua.ToBoolean(3) });
        return call.Return(result.Outcome is CloseOutcome.Closed or CloseOutcome.AlreadyClosed);
    }

    private static object? Call(ThreadState tstate, Work work) => tstate.Interp.CallFunction(tstate, work.Function, work.Arguments.Value);

    private static Work WorkOf(LuaCall call, int index) => (
        call.Session.Values.ReadToSend(call.Lua, index, "the function") ?? throw new LuaException("TypeError", $"argument {index}: expected a function"),
        Shareable.Copy(call.Sent(index + 1)));
}
