using System.Threading.Channels;
using Benchmarks.Links;
using Benchmarks.Measuring;
using Benchmarks.Tenants;

namespace Benchmarks.Bars;

/// <summary>A message to another interpreter and its answer, between two threads that block.</summary>
internal sealed class B04PingPong : IBar
{
    public string Id => "B4";

    public IEnumerable<Row> Measure()
    {
        yield return RoundTrips();
        yield return Idleness();
    }

    private Row RoundTrips()
    {
        var own = PingPong.Between(new QueueLink());
        var semaphores = PingPong.Between(new SemaphoreLink());
        var channels = PingPong.Between(new ChannelLink(Channel.CreateUnbounded<int>));
        var collections = PingPong.Between(new BlockingCollectionLink());
        var tasks = PingPong.BetweenTasks().GetAwaiter().GetResult();
        using var process = new TenantProcess();
        var streams = OneByOne.Measure(500, 5_000, () => process.Work(1));

        return new Row(Id, "ping-pong through two queues, blocking", "p50 ≤ 8 µs, p99 ≤ 60 µs", Figure.Time(own.Median))
        {
            Kind = "p50",
            More = $", p99 {Figure.Time(own.Percentile(99))}",
            Met = own.Median <= 8_000 && own.Percentile(99) <= 60_000,
            Instead =
            [
                Other("`SemaphoreSlim`", semaphores),
                Other("`Channel<T>`, blocking", channels),
                Other("`Channel<T>`, `await`", tasks),
                Other("`BlockingCollection<T>`", collections),
                Other("process, by its streams", streams),
            ],
        };
    }

    private Row Idleness()
    {
        var queue = WakeUps(WaitAtQueue);
        return new Row(Id, "wake-ups a second of a thread that waits at an empty queue", "0", Figure.Count(queue ?? 0))
        {
            More = queue is null ? " (not to be had on this system)" : "",
            Met = queue is null ? null : queue == 0,
            Instead = [new("`SemaphoreSlim`", Figure.Count(WakeUps(WaitAtSemaphore) ?? 0))],
        };
    }

    private static void WaitAtQueue(ManualResetEventSlim ready, Action<Action> whenOver)
    {
        using var runtime = RuntimeState.Initialize();
        var queue = runtime.CreateQueue<int>();
        using (runtime.Main.Attach(out var tstate))
        {
            whenOver(() => queue.Put(1));
            ready.Set();
            queue.Get(tstate);
        }
    }

    private static void WaitAtSemaphore(ManualResetEventSlim ready, Action<Action> whenOver)
    {
        using var semaphore = new SemaphoreSlim(0);
        whenOver(() => semaphore.Release());
        ready.Set();
        semaphore.Wait();
    }

    /// <summary>Counts how often the system had to run a thread in a second in which it only waited; null where the system does not tell.</summary>
    private static double? WakeUps(Action<ManualResetEventSlim, Action<Action>> wait)
    {
        using var ready = new ManualResetEventSlim();
        Action? end = null;
        double? count = null;
        Crew.Run(2, index =>
        {
            if (index == 0)
            {
                Thread.CurrentThread.Name = "bench-waits";
                wait(ready, action => end = action);
                return;
            }

            ready.Wait();
            Thread.Sleep(300);
            var before = ThreadSwitches.Of("bench-waits");
            Thread.Sleep(1000);
            count = ThreadSwitches.Of("bench-waits") - before;
            end!();
        });
        return count;
    }

    private static Instead Other(string name, Samples times) => new(name, Figure.Time(times.Median), $"p99 {Figure.Time(times.Percentile(99))}");
}
