using System.Collections.Immutable;

namespace LuaHost;

/// <summary>A Lua function that has captured nothing: its code, which is the same in every interpreter.</summary>
/// <param name="Chunk">What <c>string.dump</c> makes of it.</param>
[Shareable]
internal sealed partial record LuaCode(ImmutableArray<byte> Chunk);
