namespace LuaHost;

/// <summary>Stands for a table. It can change, so it crosses only where a script says that it is to be copied.</summary>
internal sealed record LuaTable() : LuaOwn("a table; tables can change, so say interpreters.copy(table)");
