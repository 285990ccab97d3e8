namespace LuaHost;

/// <summary>What the prelude lends to .NET, by its numbers in the registry.</summary>
/// <param name="Dump">The function that makes code of a function, or says why it cannot.</param>
/// <param name="Unbound">What is received in place of an item whose sender is closed.</param>
internal readonly record struct LuaHelpers(int Dump, int Unbound);
