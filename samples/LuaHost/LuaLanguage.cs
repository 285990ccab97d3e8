namespace LuaHost;

/// <summary>Plugs Lua 5.4 into the runtime: an interpreter that is created with it has a <c>lua_State</c> of its own.</summary>
/// <param name="options">The defaults where left out.</param>
public sealed class LuaLanguage(LuaOptions? options = null) : ILanguage
{
    public string Name => "Lua 5.4";

    public ILanguageSession Open(ThreadState tstate) => new LuaSession(tstate.Interp, this, options ?? new LuaOptions());
}
