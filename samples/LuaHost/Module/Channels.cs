namespace LuaHost;

/// <summary>Channels between interpreters, after PEP 554.</summary>
internal static class Channels
{
    public static int Create(LuaCall call)
    {
        var (send, receive) = call.Runtime.CreateChannel<object?>(call.Rule(1) ?? OnSenderGone.Placeholder);
        return call.Return(receive) + call.Return(send);
    }

    /// <summary>Sends, and waits until somebody has received.</summary>
    public static int Send(LuaCall call)
    {
        using var source = call.Run.LinkToken();
        call.Handle<SendEnd<object?>>(1).SendAndWait(call.Tstate, Item(call), call.Timeout(3), call.Rule(4), source.Token);
        return 0;
    }

    /// <summary>Sends, and says whether somebody was waiting for it.</summary>
    public static int SendNoWait(LuaCall call) => call.Return(call.Handle<SendEnd<object?>>(1).Send(call.Tstate, Item(call), call.Rule(3)));

    public static int Receive(LuaCall call)
    {
        using var source = call.Run.LinkToken();
        return call.Return(call.Handle<ReceiveEnd<object?>>(1).Receive(call.Tstate, call.Timeout(2), source.Token));
    }

    /// <summary>Whether there was an item, and the item.</summary>
    public static int ReceiveNoWait(LuaCall call)
    {
        var isThere = call.Handle<ReceiveEnd<object?>>(1).TryReceive(call.Tstate, out var item);
        call.Return(isThere);
        return isThere ? 1 + call.Return(item) : 1;
    }

    public static int Info(LuaCall call)
    {
        var end = call.Handle<ChannelEnd>(1);
        return call.Text(2) switch
        {
            "id" => call.Return(end.Id.Value),
            "is_closed" => call.Return(end.IsClosed),
            "count" => call.Return(end.Count),
            _ => call.Return(end.Interpreters.ToList()),
        };
    }

    public static int Close(LuaCall call)
    {
        call.Handle<ChannelEnd>(1).Close(call.Lua.ToBoolean(2));
        return 0;
    }

    public static int Release(LuaCall call)
    {
        call.Handle<ChannelEnd>(1).Release(call.Tstate);
        return 0;
    }

    private static object? Item(LuaCall call) => call.Session.Values.ReadToSend(call.Lua, 2, "the item");
}
