namespace LuaHost;

/// <summary>Queues between interpreters, after PEP 734.</summary>
internal static class Queues
{
    public static int Create(LuaCall call) => call.Return(call.Runtime.CreateQueue<object?>(new CrossQueueOptions
    {
        Capacity = (int)Math.Clamp(call.Integer(1, 0), 0, int.MaxValue),
        OnSenderGone = call.Rule(2) ?? OnSenderGone.Placeholder,
    }));

    public static int Put(LuaCall call)
    {
        using var source = call.Run.LinkToken();
        Queue(call).Put(call.Tstate, Item(call), call.Timeout(3), call.Rule(4), source.Token);
        return 0;
    }

    public static int PutNoWait(LuaCall call) => call.Return(Queue(call).TryPut(call.Tstate, Item(call), call.Rule(3)));

    public static int Get(LuaCall call)
    {
        using var source = call.Run.LinkToken();
        return call.Return(Queue(call).Get(call.Tstate, call.Timeout(2), source.Token));
    }

    /// <summary>Whether there was an item, and the item.</summary>
    public static int GetNoWait(LuaCall call)
    {
        var isThere = Queue(call).TryGet(call.Tstate, out var item);
        call.Return(isThere);
        return isThere ? 1 + call.Return(item) : 1;
    }

    public static int Info(LuaCall call)
    {
        var queue = Queue(call);
        return call.Text(2) switch
        {
            "id" => call.Return(queue.Id.Value),
            "maxsize" => call.Return(queue.Capacity),
            "qsize" => call.Return(queue.Count),
            "empty" => call.Return(queue.IsEmpty),
            _ => call.Return(queue.IsFull),
        };
    }

    public static int Complete(LuaCall call)
    {
        Queue(call).Complete();
        return 0;
    }

    public static int Destroy(LuaCall call)
    {
        Queue(call).Dispose();
        return 0;
    }

    private static CrossQueue<object?> Queue(LuaCall call) => call.Handle<CrossQueue<object?>>(1);

    private static object? Item(LuaCall call) => call.Session.Values.ReadToSend(call.Lua, 2, "the item");
}
