using KeraLua;

namespace LuaHost;

// The globals, which are the interpreter's main namespace.
internal sealed partial class LuaSession
{
    public void Bind(ThreadState tstate, IReadOnlyList<KeyValuePair<string, object?>> values)
    {
        var run = Begin(tstate);
        try
        {
            foreach (var (name, value) in values)
            {
                run.Lua.PushGlobalTable();
                run.Lua.PushString(name);
                Values.Push(run.Lua, value);
                run.Lua.RawSet(-3);
                run.Lua.Pop(1);
            }
        }
        finally
        {
            End(run);
        }
    }

    public bool Unbind(ThreadState tstate, string name)
    {
        var isBound = TryGet(tstate, name, out _);
        if (isBound) Bind(tstate, [KeyValuePair.Create<string, object?>(name, null)]);
        return isBound;
    }

    public bool TryGet(ThreadState tstate, string name, out object? value)
    {
        var run = Begin(tstate);
        try
        {
            PushGlobal(run.Lua, name);
            value = Values.Read(run.Lua, -1);
            return !run.Lua.IsNil(-1);
        }
        finally
        {
            End(run);
        }
    }

    public IReadOnlyList<string> Names(ThreadState tstate)
    {
        var run = Begin(tstate);
        try
        {
            var names = new List<string>();
            run.Lua.PushGlobalTable();
            run.Lua.PushNil();
            while (run.Lua.Next(-2))
            {
                if (run.Lua.Type(-2) == LuaType.String && !brought.Contains(LuaValues.Text(run.Lua, -2))) names.Add(LuaValues.Text(run.Lua, -2));
                run.Lua.Pop(1);
            }

            return names;
        }
        finally
        {
            End(run);
        }
    }
}
