using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using KeraLua;

namespace LuaHost;

/// <summary>
/// Values of Lua as .NET knows them, and back. What can cross has a form that crosses: nil, booleans, integers, floats, strings (as bytes where they
/// are not UTF-8), functions that capture nothing, handles, and tables of which a script says that they are to be copied. All else stays its state's own.
/// </summary>
internal sealed class LuaValues(Handles handles, LuaHelpers helpers)
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>A string of Lua's for a person to read.</summary>
    public static string Text(Lua lua, int index) =>
        lua.Type(index) == LuaType.String ? Encoding.UTF8.GetString(lua.ToBuffer(index, false)) : $"(a {lua.TypeName(index)} value)";

    public void Push(Lua lua, object? value)
    {
        switch (value)
        {
            case null: lua.PushNil(); break;
            case bool truth: lua.PushBoolean(truth); break;
            case string text: lua.PushBuffer(Encoding.UTF8.GetBytes(text)); break;
            case ImmutableArray<byte> bytes: lua.PushBuffer([.. bytes]); break;
            case sbyte or byte or short or ushort or int or uint or long: lua.PushInteger(Convert.ToInt64(value, CultureInfo.InvariantCulture)); break;
            case ulong or float or double or decimal: lua.PushNumber(Convert.ToDouble(value, CultureInfo.InvariantCulture)); break;
            case LuaCode code: PushCode(lua, code); break;
            case CopyOnSend<Dictionary<object, object?>> copy: PushTable(lua, copy.Value, new Dictionary<object, int>(ReferenceEqualityComparer.Instance)); break;
            case IList list: PushSequence(lua, list); break;
            default: handles.Push(lua, value); break;
        }
    }

    /// <summary>What a queue or a channel yields.</summary>
    public void Push(Lua lua, CrossItem<object?> item)
    {
        if (item.IsPlaceholder) lua.RawGetInteger(LuaRegistry.Index, helpers.Unbound);
        else Push(lua, item.Value);
    }

    /// <summary>The value at an index; a <see cref="LuaOwn"/> where it cannot leave its state.</summary>
    public object? Read(Lua lua, int index) => lua.Type(index) switch
    {
        LuaType.None or LuaType.Nil => null,
        LuaType.Boolean => lua.ToBoolean(index),
        LuaType.Number when lua.IsInteger(index) => lua.ToInteger(index),
        LuaType.Number => lua.ToNumber(index),
        LuaType.String => ReadString(lua, index),
        LuaType.Function => ReadFunction(lua, index),
        LuaType.UserData => handles.Find(lua, index) ?? new LuaOwn("a userdata"),
        LuaType.Table => new LuaTable(),
        LuaType.Thread => new LuaOwn("a coroutine"),
        var type => new LuaOwn($"a {type.ToString().ToLowerInvariant()}"),
    };

    /// <summary>The value at an index, which is to cross.</summary>
    /// <exception cref="LuaException">It cannot leave its state.</exception>
    public object? ReadToSend(Lua lua, int index, string path) => Read(lua, index) switch
    {
        LuaOwn own => throw NotShareable(path, own.Kind),
        var value => value,
    };

    /// <summary>All that is in a table, for a copy of it to cross.</summary>
    /// <exception cref="LuaException">Something in it cannot leave its state.</exception>
    public Dictionary<object, object?> ReadTable(Lua lua, int index, string path) =>
        ReadTable(lua, lua.AbsIndex(index), path, []);

    private static LuaException NotShareable(string path, string kind) => new("NotShareableError", $"{path} cannot cross to another interpreter: it is {kind}");

    private static object ReadString(Lua lua, int index)
    {
        var bytes = lua.ToBuffer(index, false);
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return ImmutableArray.Create(bytes);
        }
    }

    private object ReadFunction(Lua lua, int index)
    {
        index = lua.AbsIndex(index);
        lua.RawGetInteger(LuaRegistry.Index, helpers.Dump);
        lua.PushCopy(index);
        var status = lua.PCall(1, 2, 0);
        try
        {
            if (status != LuaStatus.OK) return new LuaFunctionOfState("cannot be read");
            return lua.IsNil(-2) ? new LuaFunctionOfState(Text(lua, -1)) : new LuaCode(ImmutableArray.Create(lua.ToBuffer(-2, false)));
        }
        finally
        {
            lua.Pop(status == LuaStatus.OK ? 2 : 1);
        }
    }

    private Dictionary<object, object?> ReadTable(Lua lua, int index, string path, Dictionary<IntPtr, Dictionary<object, object?>> seen)
    {
        if (seen.TryGetValue(lua.ToPointer(index), out var known)) return known;
        if (!lua.CheckStack(10)) throw NotShareable(path, "nested too deeply");
        if (lua.GetMetaTable(index))
        {
            lua.Pop(1);
            throw NotShareable(path, "a table with a metatable");
        }

        var copy = seen[lua.ToPointer(index)] = [];
        lua.PushNil();
        while (lua.Next(index))
        {
            var key = ReadToSend(lua, -2, $"a key of {path}")!;
            var member = key is string name ? $"{path}.{name}" : $"{path}[{Convert.ToString(key, CultureInfo.InvariantCulture)}]";
            copy[key] = lua.IsTable(-1) ? ReadTable(lua, lua.AbsIndex(-1), member, seen) : ReadToSend(lua, -1, member);
            lua.Pop(1);
        }

        return copy;
    }

    private static void PushCode(Lua lua, LuaCode code)
    {
        if (lua.LoadBuffer([.. code.Chunk], "code", "b") == LuaStatus.OK) return;
        var message = Text(lua, -1);
        lua.Pop(1);
        throw new LuaException("SyntaxError", message);
    }

    private void PushSequence(Lua lua, IList list)
    {
        if (!lua.CheckStack(10)) throw new LuaException("ValueError", "the value is nested too deeply");
        lua.CreateTable(list.Count, 0);
        for (var i = 0; i < list.Count; i++)
        {
            Push(lua, list[i]);
            lua.RawSetInteger(-2, i + 1);
        }
    }

    private void PushTable(Lua lua, Dictionary<object, object?> table, Dictionary<object, int> made)
    {
        if (made.TryGetValue(table, out var place))
        {
            lua.PushCopy(place);
            return;
        }

        if (!lua.CheckStack(10)) throw new LuaException("ValueError", "the value is nested too deeply");
        lua.CreateTable(0, table.Count);
        made[table] = lua.GetTop();
        foreach (var (key, value) in table)
        {
            Push(lua, key);
            if (value is Dictionary<object, object?> inner) PushTable(lua, inner, made);
            else Push(lua, value);
            lua.RawSet(made[table]);
        }
    }
}
