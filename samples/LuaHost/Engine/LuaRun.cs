using System.Runtime.ExceptionServices;
using KeraLua;

namespace LuaHost;

/// <summary>One visit of a thread to a session: from the host's call to its return. Visits of one thread can be inside each other.</summary>
/// <param name="tstate">The thread's state, which Lua cannot hand through to callbacks.</param>
/// <param name="lua">The Lua thread that the visit has for itself.</param>
/// <param name="outer">The visit around this one, or null.</param>
internal sealed class LuaRun(ThreadState tstate, Lua lua, LuaRun? outer)
{
    public ThreadState Tstate => tstate;

    public Lua Lua => lua;

    public LuaRun? Outer => outer;

    /// <summary>What ends the visit, whatever its script catches; null as long as nothing does.</summary>
    public ExceptionDispatchInfo? Stop { get; set; }

    /// <summary>Whether the visit keeps others from the Lua state by the session's own lock, because the interpreter's lock is for the closing thread only.</summary>
    public bool HoldsExitLock { get; set; }

    /// <summary>Ends the nested work of this visit when its run is cancelled, or its interpreter begins to close.</summary>
    public CancellationTokenSource LinkToken() =>
        CancellationTokenSource.CreateLinkedTokenSource(tstate.RunToken, tstate.Interp.ClosingToken);
}
