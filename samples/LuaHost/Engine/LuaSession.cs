using System.Collections.Concurrent;
using System.Text;
using KeraLua;

namespace LuaHost;

/// <summary>Lua in one interpreter: a <c>lua_State</c>, in which every visit of a thread has a Lua thread of its own.</summary>
/// <remarks>
/// One thread at a time is in the Lua state: the one that holds the interpreter's lock. When the interpreter is closed in the midst of a run, its
/// thread has to find its way out through Lua's frames without that lock; <see cref="exitLock"/> then keeps such threads apart.
/// </remarks>
internal sealed partial class LuaSession : ILanguageSession
{
    private readonly Lua main;
    private readonly LuaFunction dispatch;
    private readonly ConcurrentDictionary<Thread, LuaRun> runs = new();
    private readonly Stack<Lua> idle = new();
    private readonly Dictionary<IntPtr, Lua> states = [];
    private readonly Lock exitLock = new();
    private readonly int runner;

    public LuaSession(InterpreterState interp, LuaLanguage language, LuaOptions options)
    {
        Language = language;
        Options = options;
        Interp = interp;
        dispatch = Dispatch;
        main = new Lua { Encoding = Encoding.UTF8 };
        states[main.Handle] = main;

        // Where nobody closes the runtime, memory is left, and Lua is never entered by the thread that finalizes.
        GC.SuppressFinalize(main);
        try
        {
            Values = new LuaValues(Handles, LoadPrelude(out runner));
        }
        catch
        {
            main.Dispose();
            throw;
        }
    }

    public LuaLanguage Language { get; }

    public LuaOptions Options { get; }

    public InterpreterState Interp { get; }

    public Handles Handles { get; } = new();

    public LuaValues Values { get; }

    public void Exec(ThreadState tstate, string source, string name)
    {
        var run = Begin(tstate);
        try
        {
            Load(run, source, name);
            Invoke(run, 0);
        }
        finally
        {
            End(run);
        }
    }

    public object? Evaluate(ThreadState tstate, string expression, string name)
    {
        var run = Begin(tstate);
        try
        {
            Load(run, $"return {expression}", name);
            return Result(run, 0);
        }
        finally
        {
            End(run);
        }
    }

    public object? Call(ThreadState tstate, object function, IReadOnlyList<object?> arguments)
    {
        var run = Begin(tstate);
        try
        {
            if (function is string name) PushGlobal(run.Lua, name);
            else Values.Push(run.Lua, function as LuaCode ?? throw new ArgumentException($"Lua cannot call a {function.GetType()}.", nameof(function)));
            run.Lua.CheckStack(arguments.Count + 10);
            foreach (var argument in arguments) Values.Push(run.Lua, argument);
            return Result(run, arguments.Count);
        }
        finally
        {
            End(run);
        }
    }

    public ErrorInfo? Describe(Exception error) => (error as LuaException)?.ToInfo();

    public void Dispose() => main.Dispose();

    private static void PushGlobal(Lua lua, string name)
    {
        lua.PushGlobalTable();
        lua.PushString(name);
        lua.RawGet(-2);
        lua.Remove(-2);
    }

    private static void Load(LuaRun run, string source, string name)
    {
        if (run.Lua.LoadBuffer(Encoding.UTF8.GetBytes(source), $"@{name}", "t") == LuaStatus.OK) return;
        var message = LuaValues.Text(run.Lua, -1);
        throw new LuaException("SyntaxError", message, LuaErrors.PositionIn(message, name), $"SyntaxError: {message}");
    }

    private LuaRun Begin(ThreadState tstate)
    {
        var isClosing = tstate.Interp.Phase >= InterpreterPhase.Finalizing;
        if (isClosing) exitLock.Enter();
        _ = runs.TryGetValue(tstate.Thread, out var outer);
        if (!idle.TryPop(out var lua))
        {
            lua = main.NewThread();
            main.Ref(LuaRegistry.Index);
            states[lua.Handle] = lua;
        }

        return runs[tstate.Thread] = new LuaRun(tstate, lua, outer) { HoldsExitLock = isClosing };
    }

    private void End(LuaRun run)
    {
        run.Lua.SetTop(0);
        idle.Push(run.Lua);
        if (run.Outer is null) runs.TryRemove(run.Tstate.Thread, out _);
        else runs[run.Tstate.Thread] = run.Outer;
        if (run.HoldsExitLock) exitLock.Exit();
    }

    private object? Result(LuaRun run, int arguments)
    {
        Invoke(run, arguments);
        return run.Lua.GetTop() < 2 ? null : Values.Read(run.Lua, 2);
    }

    /// <summary>Calls the function that lies below its arguments on the run's stack, which holds nothing else. Leaves true and the results.</summary>
    private void Invoke(LuaRun run, int arguments)
    {
        var lua = run.Lua;
        lua.RawGetInteger(LuaRegistry.Index, runner);
        lua.Insert(1);
        var status = lua.PCall(arguments + 1, -1, 0);
        run.Stop?.Throw();
        if (status != LuaStatus.OK) throw new LuaException("LuaError", LuaValues.Text(lua, -1));
        if (!lua.ToBoolean(1)) throw LuaErrors.Take(lua, 2);
    }
}
