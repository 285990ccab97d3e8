using System.Collections.Frozen;

namespace LuaHost;

/// <summary>All that the prelude builds the module of.</summary>
internal static class NativeFunctions
{
    /// <summary>What Lua's collector calls; it can neither fail nor tell.</summary>
    public const string Release = "release";

    public static FrozenDictionary<string, NativeFunction> All { get; } =
        new KeyValuePair<string, NativeFunction>[]
        {
            new(Release, static _ => 0),
            new("check_breaker", Basics.CheckBreaker),
            new("print", Basics.Print),
            new("clock", Basics.Clock),
            new("demand_process", Basics.DemandProcess),
            new("same", Basics.Same),
            new("text", Basics.Text),
            new("is_shareable", Basics.IsShareable),
            new("copy", Basics.Copy),
            new("create", Interpreters.Create),
            new("list_all", Interpreters.ListAll),
            new("get_current", Interpreters.GetCurrent),
            new("get_main", Interpreters.GetMain),
            new("id", Interpreters.Id),
            new("is_running", Interpreters.IsRunning),
            new("exec", Interpreters.Exec),
            new("call", Interpreters.Call),
            new("start_exec", Interpreters.StartExec),
            new("start_call", Interpreters.StartCall),
            new("prepare_main", Interpreters.PrepareMain),
            new("get_main_attr", Interpreters.GetMainAttribute),
            new("close", Interpreters.Close),
            new("thread_join", Threads.Join),
            new("thread_result", Threads.Result),
            new("thread_is_alive", Threads.IsAlive),
            new("create_queue", Queues.Create),
            new("queue_put", Queues.Put),
            new("queue_put_nowait", Queues.PutNoWait),
            new("queue_get", Queues.Get),
            new("queue_get_nowait", Queues.GetNoWait),
            new("queue_info", Queues.Info),
            new("queue_complete", Queues.Complete),
            new("queue_destroy", Queues.Destroy),
            new("create_channel", Channels.Create),
            new("channel_send", Channels.Send),
            new("channel_send_nowait", Channels.SendNoWait),
            new("channel_recv", Channels.Receive),
            new("channel_recv_nowait", Channels.ReceiveNoWait),
            new("channel_info", Channels.Info),
            new("channel_close", Channels.Close),
            new("channel_release", Channels.Release),
            new("create_pool", Pools.Create),
            new("pool_submit", Pools.Submit),
            new("pool_info", Pools.Info),
            new("pool_shutdown", Pools.Shutdown),
            new("create_buffer", Buffers.Create),
            new("buffer_length", Buffers.Length),
            new("buffer_get", Buffers.Get),
            new("buffer_set", Buffers.Set),
            new("buffer_as_read_only", Buffers.AsReadOnly),
        }.ToFrozenDictionary();
}
