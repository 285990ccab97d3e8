using System.Threading.Channels;
using BenchmarkDotNet.Attributes;
using Benchmarks.Tenants;

namespace Benchmarks.Costs;

/// <summary>What a value costs on its way through a queue, put and got on one thread.</summary>
public class CrossingCosts : IDisposable
{
    internal const int Batch = 100;

    private readonly RuntimeState runtime = RuntimeState.Initialize();
    private readonly InterpreterState interp;
    private readonly CrossQueue<int> numbers;
    private readonly CrossQueue<Order> orders;
    private readonly CrossQueue<Movable<byte[]>> moved;
    private readonly CrossQueue<SharedBuffer> shared;
    private readonly CrossQueue<CopyOnSend<byte[]>> copied;
    private readonly Channel<byte[]> channel = Channel.CreateUnbounded<byte[]>();
    private readonly Order order = Order.Create();
    private readonly SharedBuffer buffer = SharedBuffer.Allocate(1 << 20);
    private byte[] payload = new byte[1 << 20];
    private int sum;

    public CrossingCosts()
    {
        interp = runtime.CreateInterpreter();
        numbers = runtime.CreateQueue<int>();
        orders = runtime.CreateQueue<Order>();
        moved = runtime.CreateQueue<Movable<byte[]>>();
        shared = runtime.CreateQueue<SharedBuffer>();
        copied = runtime.CreateQueue<CopyOnSend<byte[]>>();
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Batch)]
    public void Number()
    {
        using var scope = interp.Attach(out var tstate);
        for (var i = 0; i < Batch; i++)
        {
            numbers.Put(tstate, i);
            sum += numbers.Get(tstate).Value;
        }
    }

    [Benchmark(OperationsPerInvoke = Batch)]
    public void Record()
    {
        using var scope = interp.Attach(out var tstate);
        for (var i = 0; i < Batch; i++)
        {
            orders.Put(tstate, order);
            sum += orders.Get(tstate).Value.Id;
        }
    }

    [Benchmark(OperationsPerInvoke = Batch)]
    public void CloneByHand()
    {
        for (var i = 0; i < Batch; i++) sum += order.CopyByHand().Id;
    }

    [Benchmark(OperationsPerInvoke = Batch)]
    public void CopyByJson()
    {
        for (var i = 0; i < Batch; i++) sum += order.CopyByJson().Id;
    }

    [Benchmark(OperationsPerInvoke = Batch)]
    public void MebibyteMoved()
    {
        using var scope = interp.Attach(out var tstate);
        for (var i = 0; i < Batch; i++)
        {
            moved.Put(tstate, Shareable.Move(payload));
            payload = moved.Get(tstate).Value.Take();
        }
    }

    [Benchmark(OperationsPerInvoke = Batch)]
    public void MebibyteShared()
    {
        using var scope = interp.Attach(out var tstate);
        for (var i = 0; i < Batch; i++)
        {
            shared.Put(tstate, buffer);
            using var received = shared.Get(tstate).Value;
            sum += received.Length;
        }
    }

    [Benchmark(OperationsPerInvoke = Batch)]
    public void MebibyteCopied()
    {
        using var scope = interp.Attach(out var tstate);
        for (var i = 0; i < Batch; i++)
        {
            copied.Put(tstate, Shareable.Copy(payload));
            sum += copied.Get(tstate).Value.Value.Length;
        }
    }

    [Benchmark(OperationsPerInvoke = Batch)]
    public void MebibyteCloned()
    {
        for (var i = 0; i < Batch; i++) sum += ((byte[])payload.Clone()).Length;
    }

    /// <summary>The reference only: both sides can write to the array at once.</summary>
    [Benchmark(OperationsPerInvoke = Batch)]
    public void MebibyteByChannel()
    {
        for (var i = 0; i < Batch; i++)
        {
            channel.Writer.TryWrite(payload);
            if (channel.Reader.TryRead(out var received)) sum += received.Length;
        }
    }

    [GlobalCleanup]
    public void Dispose()
    {
        buffer.Dispose();
        runtime.Dispose();
        GC.SuppressFinalize(this);
    }
}
