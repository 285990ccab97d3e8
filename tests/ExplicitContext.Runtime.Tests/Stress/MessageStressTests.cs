using System.Globalization;

namespace ExplicitContext.Runtime.Tests;

/// <summary>Many interpreters that send and receive at once.</summary>
[Collection(nameof(Alone))]
public sealed class MessageStressTests : IDisposable
{
    private const int Queues = 4;
    private const int Producers = 8;
    private const int Consumers = 8;

    private readonly RuntimeState runtime = RuntimeState.Initialize();

    private int received;

    public void Dispose() => runtime.Dispose();

    [Fact]
    public void STR_08_EightProducersAndEightConsumersOverFourQueues_EveryMessageArrivesOnce() => SendAll(100_000);

    [Fact]
    public void STR_12_TheSameWhileGarbageIsCollectedAgainAndAgain_EveryMessageArrivesOnce()
    {
        var isOver = false;
        var collector = Harness.Background.Start(() =>
        {
            // Between two collections the others get somewhere; a collector that never rests would let nobody else run.
            for (var mark = 0; !Volatile.Read(ref isOver); mark = Volatile.Read(ref received) + 20)
            {
                SpinWait.SpinUntil(() => Volatile.Read(ref received) >= mark || Volatile.Read(ref isOver));
                GC.Collect(2, GCCollectionMode.Forced, blocking: true);
            }
        });
        try
        {
            SendAll(20_000);
        }
        finally
        {
            Volatile.Write(ref isOver, true);
            collector.Join();
        }
    }

    private void SendAll(int messages)
    {
        var queues = Enumerable.Range(0, Queues).Select(_ => runtime.CreateQueue<string>(new CrossQueueOptions { Capacity = 64 })).ToArray();
        var producers = Enumerable.Range(0, Producers).Select(_ => runtime.CreateInterpreter()).ToArray();
        var arrived = new int[messages];
        var left = Producers;
        Harness.InParallel([
            .. Enumerable.Range(0, Producers).Select<int, Action>(number => () => Produce(number)),
            .. Enumerable.Range(0, Consumers).Select<int, Action>(number => () => Consume(queues[number % Queues]))]);

        Assert.All(arrived, count => Assert.Equal(1, count));
        foreach (var queue in queues) queue.Dispose();
        foreach (var producer in producers) Assert.True(producer.Close());

        void Produce(int producer)
        {
            producers[producer].Enter(tstate =>
            {
                for (var message = producer; message < messages; message += Producers) queues[message / Producers % Queues].Put(tstate, $"{message}");
            });
            if (Interlocked.Decrement(ref left) > 0) return;
            foreach (var queue in queues) queue.Complete();
        }

        void Consume(CrossQueue<string> queue)
        {
            using var interp = runtime.CreateInterpreter();
            interp.Enter(tstate =>
            {
                try
                {
                    while (true)
                    {
                        Interlocked.Increment(ref arrived[int.Parse(queue.Get(tstate).Value, CultureInfo.InvariantCulture)]);
                        Interlocked.Increment(ref received);
                    }
                }
                catch (QueueCompletedException)
                {
                }
            });
        }
    }
}
