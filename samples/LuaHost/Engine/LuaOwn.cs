namespace LuaHost;

/// <summary>Stands for a Lua value that belongs to its state, so that it cannot cross.</summary>
/// <param name="Kind">What it is.</param>
internal record LuaOwn(string Kind);
