using KeraLua;

namespace LuaHost;

/// <summary>What every script has.</summary>
internal static class Basics
{
    /// <summary>Where a script listens to others: to be switched, cancelled, closed.</summary>
    public static int CheckBreaker(LuaCall call)
    {
        call.Tstate.CheckBreaker();
        return 0;
    }

    public static int Print(LuaCall call)
    {
        call.Session.Options.Output.Write(LuaValues.Text(call.Lua, 1));
        return 0;
    }

    /// <summary>Seconds since some moment, as a stopwatch has them.</summary>
    public static int Clock(LuaCall call)
    {
        var clock = call.Session.Options.Clock;
        call.Lua.PushNumber((double)clock.GetTimestamp() / clock.TimestampFrequency);
        return 1;
    }

    /// <summary>Asks for what Lua's own libraries do not know of: the interpreter's options.</summary>
    public static int DemandProcess(LuaCall call)
    {
        call.Tstate.Interp.Demand(InterpreterPermission.Fork);
        call.Tstate.Interp.Demand(InterpreterPermission.Exec);
        call.Tstate.Audit("process.start", call.IsGiven(1) ? call.Text(1) : null);
        return 0;
    }

    /// <summary>Whether two handles are of one thing.</summary>
    public static int Same(LuaCall call) =>
        call.Return(call.Session.Handles.Find(call.Lua, 1) is { } first && ReferenceEquals(first, call.Session.Handles.Find(call.Lua, 2)));

    public static int Text(LuaCall call) => call.Return(call.Handle<object>(1).ToString());

    public static int IsShareable(LuaCall call) =>
        call.Return(call.Session.Values.Read(call.Lua, 1) is var value and not LuaOwn && Shareable.IsShareable(value, call.Tstate.Interp));

    /// <summary>Says that a table is to be copied when it is sent.</summary>
    public static int Copy(LuaCall call)
    {
        if (call.Lua.Type(1) != LuaType.Table) throw new LuaException("TypeError", "argument 1: expected a table");
        call.Session.Handles.Push(call.Lua, Shareable.Copy(call.Session.Values.ReadTable(call.Lua, 1, "table")));
        return 1;
    }
}
