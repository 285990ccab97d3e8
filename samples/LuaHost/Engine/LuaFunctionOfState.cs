namespace LuaHost;

/// <summary>Stands for a function that cannot do without its state.</summary>
/// <param name="Why">Such as "captures 'x'".</param>
internal sealed record LuaFunctionOfState(string Why) : LuaOwn($"a function that {Why}");
