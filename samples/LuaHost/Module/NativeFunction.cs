namespace LuaHost;

/// <summary>A function of the module that is written in C#.</summary>
/// <param name="call">Arguments and thread state.</param>
/// <returns>How many results it has pushed.</returns>
internal delegate int NativeFunction(LuaCall call);
