using System.Collections.Immutable;
using System.Runtime.InteropServices;
using KeraLua;

namespace LuaHost;

/// <summary>.NET objects that a Lua state holds: userdata with a number, of which Lua's collector says when it is not needed any more.</summary>
internal sealed class Handles
{
    private readonly Lock sync = new();

    [GuardedBy(nameof(sync))]
    private readonly Dictionary<long, object> objects = [];

    [GuardedBy(nameof(sync))]
    private long last;

    /// <summary>The names of all metatables.</summary>
    public static ImmutableArray<string> Kinds { get; } = ["Interpreter", "Queue", "SendChannel", "RecvChannel", "Thread", "Pool", "Buffer", "Copy", "Object"];

    /// <summary>The name of the metatable for an object.</summary>
    public static string KindOf(object value) => value switch
    {
        InterpreterState => "Interpreter",
        CrossQueue => "Queue",
        SendEnd<object?> => "SendChannel",
        ReceiveEnd<object?> => "RecvChannel",
        Task => "Thread",
        InterpreterPool => "Pool",
        SharedBuffer => "Buffer",
        CopyOnSend<Dictionary<object, object?>> => "Copy",
        _ => "Object",
    };

    public void Push(Lua lua, object value)
    {
        long number;
        lock (sync) objects.Add(number = ++last, value);
        Marshal.WriteInt64(lua.NewUserData(sizeof(long)), number);
        lua.GetField(LuaRegistry.Index, KindOf(value));
        lua.SetMetaTable(-2);
    }

    /// <summary>The object behind a value; null where it is none of ours.</summary>
    public object? Find(Lua lua, int index)
    {
        if (!lua.IsUserData(index) || !lua.GetMetaTable(index)) return null;
        lua.PushString("__name");
        lua.RawGet(-2);
        var kind = lua.Type(-1) == LuaType.String ? lua.ToString(-1, false) : "";
        lua.Pop(2);
        if (!Kinds.Contains(kind)) return null;
        var block = lua.TestUserData(index, kind);
        if (block == IntPtr.Zero) return null;
        lock (sync) return objects.GetValueOrDefault(Marshal.ReadInt64(block));
    }

    /// <summary>Lua has collected a userdata. What interpreters and hosts share outlives it; a view of a buffer ends.</summary>
    public void Release(Lua lua, int index)
    {
        var block = lua.ToUserData(index);
        object? released;
        lock (sync) objects.Remove(Marshal.ReadInt64(block), out released);
        (released as SharedBuffer)?.Dispose();
    }
}
