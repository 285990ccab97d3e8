using System.Globalization;
using KeraLua;

namespace LuaHost;

/// <summary>.NET's exceptions as Lua's errors, and back.</summary>
internal static class LuaErrors
{
    /// <summary>Where a message says that it arose, as Lua begins most of them: <c>name:line: ...</c>.</summary>
    public static SourcePosition? PositionIn(string message, string source)
    {
        var start = message.StartsWith($"{source}:", StringComparison.Ordinal) ? source.Length : message.IndexOf("]:", StringComparison.Ordinal) + 1;
        if (start <= 0) return null;
        var end = message.IndexOf(':', start + 1);
        return end > 0 && int.TryParse(message.AsSpan(start + 1, end - start - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var line)
            ? new SourcePosition(source, line)
            : null;
    }

    /// <summary>What the prelude tells of an error that nothing has caught.</summary>
    public static LuaException Take(Lua lua, int index)
    {
        var (name, message, traceback, source) = (Field("name"), Field("message"), Field("traceback"), Field("source"));
        lua.PushString("line");
        lua.RawGet(index);
        var position = source is null ? null : new SourcePosition(source, (int)lua.ToInteger(-1));
        lua.Pop(1);
        return new LuaException(name ?? "LuaError", message ?? "", position, traceback);

        string? Field(string key)
        {
            if (!lua.IsTable(index)) return null;
            lua.PushString(key);
            lua.RawGet(index);
            var text = lua.IsNil(-1) ? null : LuaValues.Text(lua, -1);
            lua.Pop(1);
            return text;
        }
    }

    /// <summary>Pushes the table that the prelude makes an error of.</summary>
    public static void Push(Lua lua, Exception error)
    {
        lua.CreateTable(0, 3);
        Set("name", NameOf(error));
        Set("message", MessageOf(error));
        if (error is not ExecutionFailedException { Info: var info }) return;
        lua.PushString("excinfo");
        lua.CreateTable(0, 4);
        Set("type", info.TypeName);
        Set("msg", info.Message);
        Set("formatted", $"{info.TypeName}: {info.Message}");
        Set("errdisplay", info.Display);
        if (info.Position is not null) Set("position", info.Position.ToString());
        lua.RawSet(-3);

        void Set(string key, string text)
        {
            lua.PushString(key);
            lua.PushBuffer(System.Text.Encoding.UTF8.GetBytes(text));
            lua.RawSet(-3);
        }
    }

    /// <summary>Without the name of a C# parameter, which no script knows.</summary>
    private static string MessageOf(Exception error) => error is ArgumentException { ParamName: { } name }
        ? error.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal)
        : error.Message;

    private static string NameOf(Exception error) => error switch
    {
        LuaException lua => lua.Name,
        ExecutionFailedException => "ExecutionFailed",
        NotShareableException => "NotShareableError",
        InterpreterNotFoundException or InterpreterFinalizingException => "InterpreterNotFoundError",
        QueueEmptyException => "QueueEmpty",
        QueueFullException => "QueueFull",
        QueueNotFoundException => "QueueNotFoundError",
        ChannelEmptyException => "ChannelEmptyError",
        ChannelClosedException => "ChannelClosedError",
        ChannelNotEmptyException => "ChannelNotEmptyError",
        ChannelNotFoundException => "ChannelNotFoundError",
        ItemInterpreterDestroyedException => "ItemInterpreterDestroyed",
        BrokenInterpreterPoolException => "BrokenInterpreterPool",
        InterpreterException => "InterpreterError",
        ObjectDisposedException => "InterpreterError",
        OperationCanceledException => "InterpreterError",
        TimeoutException => "TimeoutError",
        ArgumentException => "ValueError",
        _ => error.GetType().Name,
    };
}
