namespace LuaHost;

/// <summary>What Lua interpreters are handed. Immutable; one object serves all interpreters.</summary>
public sealed record LuaOptions
{
    /// <summary>Where <c>print</c> writes, from all interpreters at once, so it must bear several threads, as the console does.</summary>
    public TextWriter Output { get; init; } = Console.Out;

    /// <summary>What <c>interpreters.clock</c> reads.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>
    /// After how many instructions of its virtual machine a script looks whether others want something of it. 10,000 unless set, which are
    /// about 50 microseconds.
    /// </summary>
    public int CheckEvery { get; init; } = 10_000;
}
