using KeraLua;

namespace LuaHost;

/// <summary>Interpreters, after PEP 734.</summary>
internal static class Interpreters
{
    public static int Create(LuaCall call) =>
        call.Return(call.Runtime.CreateInterpreter(new InterpreterOptions { Language = call.Session.Language }));

    public static int ListAll(LuaCall call) => call.Return(call.Runtime.Interpreters.ToList());

    public static int GetCurrent(LuaCall call) => call.Return(call.Tstate.Interp);

    public static int GetMain(LuaCall call) => call.Return(call.Runtime.Main);

    public static int Id(LuaCall call) => call.Return(call.Handle<InterpreterState>(1).Id.Value);

    public static int IsRunning(LuaCall call) => call.Return(call.Handle<InterpreterState>(1).IsRunning);

    public static int Exec(LuaCall call)
    {
        using var source = call.Run.LinkToken();
        call.Handle<InterpreterState>(1).Exec(call.Text(2), call.Text(3), source.Token);
        return 0;
    }

    public static int Call(LuaCall call)
    {
        using var source = call.Run.LinkToken();
        return call.Return(call.Handle<InterpreterState>(1).CallFunction(Function(call), call.Sent(3), source.Token));
    }

    public static int StartExec(LuaCall call) =>
        call.Return(call.Handle<InterpreterState>(1).ExecAsync(call.Text(2), call.Text(3), call.Tstate.RunToken));

    public static int StartCall(LuaCall call) =>
        call.Return(call.Handle<InterpreterState>(1).CallFunctionAsync(Function(call), call.Sent(3), call.Tstate.RunToken));

    public static int PrepareMain(LuaCall call)
    {
        var interp = call.Handle<InterpreterState>(1);
        var values = new Dictionary<string, object?>();
        call.Lua.PushNil();
        while (call.Lua.Next(2))
        {
            if (call.Lua.Type(-2) != LuaType.String) throw new LuaException("TypeError", "names are strings");
            var name = LuaValues.Text(call.Lua, -2);
            values[name] = call.Session.Values.ReadToSend(call.Lua, -1, name);
            call.Lua.Pop(1);
        }

        interp.Prepare(values);
        return 0;
    }

    /// <summary>PEP 554's <c>get_main_attr</c>: whether the name is bound, and its value.</summary>
    public static int GetMainAttribute(LuaCall call)
    {
        var isBound = call.Handle<InterpreterState>(1).TryGetVariable<object>(call.Text(2), out var value);
        call.Return(isBound);
        call.Return(value);
        return 2;
    }

    public static int Close(LuaCall call)
    {
        var interp = call.Handle<InterpreterState>(1);
        if (interp.Phase == InterpreterPhase.Closed) call.Runtime.GetInterpreter(interp.Id);
        var result = interp.Close(new CloseOptions { StopRunning = call.Lua.ToBoolean(2), Timeout = interp.Options.CloseTimeout });
        return result.Outcome == CloseOutcome.Blocked
            ? throw new LuaException("InterpreterError", $"{interp} could not be closed: {string.Join(", ", result.Blockers.Select(blocker => blocker.ToString()))}")
            : call.Return(result.Outcome == CloseOutcome.Closed);
    }

    private static object Function(LuaCall call) => call.Session.Values.ReadToSend(call.Lua, 2, "the function")
        ?? throw new LuaException("TypeError", "argument 1: expected a function, or the name of one");
}
