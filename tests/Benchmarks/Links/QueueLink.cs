namespace Benchmarks.Links;

/// <summary>Two <see cref="CrossQueue{T}"/>s between two interpreters.</summary>
/// <param name="capacity">How many items each holds; 0 for any number.</param>
internal sealed class QueueLink(int capacity = 0) : Link
{
    private readonly RuntimeState runtime = RuntimeState.Initialize();
    private InterpreterState[]? interpreters;
    private CrossQueue<int>[]? queues;

    public override void Join(int party, Action<IParty> body)
    {
        lock (runtime)
        {
            interpreters ??= [runtime.CreateInterpreter(), runtime.CreateInterpreter()];
            queues ??= [Create(), Create()];
        }

        using var scope = interpreters[party].Attach(out var tstate);
        body(new Party(tstate, queues[party], queues[1 - party]));
    }

    public override void Dispose() => runtime.Dispose();

    private CrossQueue<int> Create() => runtime.CreateQueue<int>(new CrossQueueOptions { Capacity = capacity });

    private sealed class Party(ThreadState tstate, CrossQueue<int> outgoing, CrossQueue<int> incoming) : IParty
    {
        public void Send(int value) => outgoing.Put(tstate, value);

        public int Receive() => incoming.Get(tstate).Value;
    }
}
