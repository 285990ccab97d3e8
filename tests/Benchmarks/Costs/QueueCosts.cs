using System.Collections.Concurrent;
using System.Threading.Channels;
using BenchmarkDotNet.Attributes;

namespace Benchmarks.Costs;

/// <summary>Putting into a queue and getting from it, on one thread.</summary>
public class QueueCosts : IDisposable
{
    internal const int Batch = 1000;

    private readonly RuntimeState runtime = RuntimeState.Initialize();
    private readonly InterpreterState interp;
    private readonly CrossQueue<string> crossQueue;
    private readonly Channel<string> channel = System.Threading.Channels.Channel.CreateUnbounded<string>();
    private readonly ConcurrentQueue<string> concurrentQueue = new();
    private readonly Queue<string> queue = new();
    private readonly Lock gate = new();
    private int sum;

    public QueueCosts()
    {
        interp = runtime.CreateInterpreter();
        crossQueue = runtime.CreateQueue<string>();
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Batch)]
    public void CrossQueue()
    {
        using var scope = interp.Attach(out var tstate);
        for (var i = 0; i < Batch; i++)
        {
            crossQueue.Put(tstate, "item");
            sum += crossQueue.Get(tstate).Value!.Length;
        }
    }

    [Benchmark(OperationsPerInvoke = Batch)]
    public void Channel()
    {
        for (var i = 0; i < Batch; i++)
        {
            channel.Writer.TryWrite("item");
            if (channel.Reader.TryRead(out var item)) sum += item.Length;
        }
    }

    [Benchmark(OperationsPerInvoke = Batch)]
    public void ConcurrentQueue()
    {
        for (var i = 0; i < Batch; i++)
        {
            concurrentQueue.Enqueue("item");
            if (concurrentQueue.TryDequeue(out var item)) sum += item.Length;
        }
    }

    [Benchmark(OperationsPerInvoke = Batch)]
    public void QueueUnderLock()
    {
        for (var i = 0; i < Batch; i++)
        {
            lock (gate) queue.Enqueue("item");
            lock (gate) sum += queue.Dequeue().Length;
        }
    }

    [GlobalCleanup]
    public void Dispose()
    {
        runtime.Dispose();
        GC.SuppressFinalize(this);
    }
}
