using KeraLua;

namespace LuaHost;

/// <summary>One call of a native function: who calls, from where, with what.</summary>
/// <param name="session">The Lua state.</param>
/// <param name="run">The visit that the call is part of.</param>
/// <param name="lua">The Lua thread with the arguments, which may be a coroutine of the visit.</param>
internal readonly struct LuaCall(LuaSession session, LuaRun run, Lua lua)
{
    public LuaSession Session => session;

    public LuaRun Run => run;

    public Lua Lua => lua;

    public ThreadState Tstate => run.Tstate;

    public RuntimeState Runtime => run.Tstate.Interp.Runtime;

    public int Count => lua.GetTop();

    public bool IsGiven(int index) => !lua.IsNoneOrNil(index);

    public T Handle<T>(int index)
        where T : class =>
        session.Handles.Find(lua, index) as T ?? throw Wrong(index, typeof(T) == typeof(InterpreterState) ? "interpreter" : typeof(T).Name.Split('`')[0]);

    public string Text(int index) => lua.Type(index) == LuaType.String ? LuaValues.Text(lua, index) : throw Wrong(index, "string");

    public long Integer(int index, long fallback) =>
        !IsGiven(index) ? fallback : lua.IsInteger(index) ? lua.ToInteger(index) : throw Wrong(index, "integer");

    /// <summary>A time in seconds; null where it is not given, which means for ever.</summary>
    public TimeSpan? Timeout(int index)
    {
        if (!IsGiven(index)) return null;
        if (lua.Type(index) != LuaType.Number) throw Wrong(index, "number of seconds");
        var seconds = lua.ToNumber(index);
        return seconds >= 0 ? TimeSpan.FromSeconds(seconds) : throw new LuaException("ValueError", "a timeout must not be negative");
    }

    /// <summary>What becomes of an item when its sender is closed; null where it is not given.</summary>
    public OnSenderGone? Rule(int index) => !IsGiven(index) ? null : Text(index) switch
    {
        "unbound" => OnSenderGone.Placeholder,
        "error" => OnSenderGone.Throw,
        "remove" => OnSenderGone.Remove,
        _ => throw Wrong(index, "rule for unbound items"),
    };

    /// <summary>The arguments from one on, which are to cross.</summary>
    public object?[] Sent(int first)
    {
        var sent = new object?[Math.Max(Count - first + 1, 0)];
        for (var i = 0; i < sent.Length; i++) sent[i] = session.Values.ReadToSend(lua, first + i, $"argument {i + 1}");
        return sent;
    }

    public int Return(object? value)
    {
        session.Values.Push(lua, value);
        return 1;
    }

    public int Return(CrossItem<object?> item)
    {
        session.Values.Push(lua, item);
        return 1;
    }

    private static LuaException Wrong(int index, string expected) => new("TypeError", $"argument {index}: expected a {expected}");
}
