namespace LuaHost;

/// <summary>Memory that interpreters share: what one writes, the others see.</summary>
internal static class Buffers
{
    public static int Create(LuaCall call)
    {
        var length = call.Integer(1, 0);
        return length is >= 0 and <= int.MaxValue ? call.Return(SharedBuffer.Allocate((int)length)) : throw new LuaException("ValueError", "a buffer has from 0 to 2^31-1 bytes");
    }

    public static int Length(LuaCall call) => call.Return(call.Handle<SharedBuffer>(1).Length);

    /// <summary>The byte at a place, counted from 1.</summary>
    public static int Get(LuaCall call) => call.Return(call.Handle<SharedBuffer>(1).ReadOnlySpan[Place(call)]);

    public static int Set(LuaCall call)
    {
        var buffer = call.Handle<SharedBuffer>(1);
        if (buffer.IsReadOnly) throw new LuaException("TypeError", "the buffer can only be read");
        buffer.Span[Place(call)] = (byte)call.Integer(3, 0);
        return 0;
    }

    public static int AsReadOnly(LuaCall call) => call.Return(call.Handle<SharedBuffer>(1).AsReadOnly());

    private static int Place(LuaCall call)
    {
        var place = call.Integer(2, 0);
        return place >= 1 && place <= call.Handle<SharedBuffer>(1).Length ? (int)place - 1 : throw new LuaException("ValueError", $"there is no byte {place} in the buffer");
    }
}
