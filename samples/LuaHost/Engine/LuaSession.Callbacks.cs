using System.Collections.Frozen;
using System.Reflection;
using System.Runtime.ExceptionServices;
using KeraLua;

namespace LuaHost;

// The way from Lua to .NET and back. No exception may pass Lua's frames, and no Lua error may pass .NET's: a callback returns false and what went
// wrong, and Lua raises it when .NET's frames are gone.
internal sealed partial class LuaSession
{
    private static readonly FrozenDictionary<string, NativeFunction> Functions = NativeFunctions.All;

    private readonly HashSet<string> brought = [];

    /// <summary>Has Lua prepare itself.</summary>
    /// <param name="runnerOut">The registry's number of the function that runs all others.</param>
    /// <returns>The numbers of the functions that tell what can cross.</returns>
    private LuaHelpers LoadPrelude(out int runnerOut)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("prelude.lua")!;
        using var reader = new StreamReader(stream);
        if (main.LoadBuffer(System.Text.Encoding.UTF8.GetBytes(reader.ReadToEnd()), "=prelude", "t") != LuaStatus.OK) throw Broken();

        var names = Functions.Keys.Order(StringComparer.Ordinal).ToArray();
        main.CreateTable(0, names.Length);
        foreach (var name in names)
        {
            main.PushString(name);
            main.PushString(name);
            main.PushCClosure(dispatch, 1);
            main.RawSet(-3);
        }

        foreach (var kind in Handles.Kinds)
        {
            main.NewMetaTable(kind);
            main.SetField(-2, $"{kind}_metatable");
        }

        main.PushInteger(Options.CheckEvery);
        if (main.PCall(2, 3, 0) != LuaStatus.OK) throw Broken();
        var unbound = main.Ref(LuaRegistry.Index);
        var dump = main.Ref(LuaRegistry.Index);
        runnerOut = main.Ref(LuaRegistry.Index);
        NoteGlobals();
        return new LuaHelpers(dump, unbound);

        LuaException Broken() => new("LuaError", LuaValues.Text(main, -1));
    }

    private void NoteGlobals()
    {
        main.PushGlobalTable();
        main.PushNil();
        while (main.Next(-2))
        {
            brought.Add(LuaValues.Text(main, -2));
            main.Pop(1);
        }

        main.Pop(1);
    }

    private int Dispatch(IntPtr pointer)
    {
        var lua = StateOf(pointer);
        var name = lua.ToString(Lua.UpValueIndex(1), false);
        if (name == NativeFunctions.Release)
        {
            Handles.Release(lua, 1);
            return 0;
        }

        if (!runs.TryGetValue(Thread.CurrentThread, out var run))
        {
            lua.PushBoolean(false);
            LuaErrors.Push(lua, new LuaException("InterpreterError", "the interpreter is closed"));
            return 2;
        }

        try
        {
            run.Stop?.Throw();
            var results = Functions[name](new LuaCall(this, run, lua));
            lua.PushBoolean(true);
            lua.Insert(-results - 1);
            return results + 1;
        }
        catch (Exception error)
        {
            return Fail(run, lua, error);
        }
    }

    private int Fail(LuaRun run, Lua lua, Exception error)
    {
        if (!run.Tstate.IsAttached && !run.HoldsExitLock)
        {
            exitLock.Enter();
            run.HoldsExitLock = true;
        }

        if (run.Stop is null && Ends(run, error)) run.Stop = ExceptionDispatchInfo.Capture(error);
        lua.SetTop(0);
        lua.PushBoolean(false);
        if (run.Stop is not null) lua.PushNil();
        else LuaErrors.Push(lua, error);
        return 2;
    }

    /// <summary>Whether an exception ends the whole run, so that no script can catch it.</summary>
    private bool Ends(LuaRun run, Exception error) => !run.Tstate.IsAttached || error switch
    {
        InterpreterFinalizingException { Interpreter: var id } => id == Interp.Id,
        InterpreterQuotaException { Interpreter: var id } => id == Interp.Id,
        InterpreterInterruptedException => true,
        OperationCanceledException => run.Tstate.RunToken.IsCancellationRequested,
        _ => false,
    };

    /// <summary>The object for a Lua thread, made once: scripts' coroutines call back too. Addresses are used again, and so are these.</summary>
    private Lua StateOf(IntPtr pointer)
    {
        if (states.TryGetValue(pointer, out var lua)) return lua;
        return states[pointer] = Lua.FromIntPtr(pointer);
    }
}
