using System.Threading.Channels;
using Benchmarks.Measuring;

namespace Benchmarks.Bars;

/// <summary>How far a wait that is told to end after 50 ms is off.</summary>
internal sealed class B18Timeouts : IBar
{
    private const int Waits = 25;
    private static readonly TimeSpan Told = TimeSpan.FromMilliseconds(50);

    public string Id => "B18";

    public IEnumerable<Row> Measure()
    {
        var attach = AttachWhileHeld();
        var close = CloseWhileHeld();
        var (get, put) = GetAndPut();
        double[] all = [attach, close, get, put];
        using var semaphore = new SemaphoreSlim(0);
        var gate = new object();
        var channel = Channel.CreateUnbounded<int>();

        yield return new Row(Id, $"wait of 50 ms, worst deviation of {Waits}", "≤ 10 ms", Figure.Time(all.Max()))
        {
            More = $"; attach {Figure.Time(attach)}, close {Figure.Time(close)}, get {Figure.Time(get)}, put {Figure.Time(put)}",
            Met = all.Max() <= 10e6,
            Instead =
            [
                new("`SemaphoreSlim.Wait`", Figure.Time(WorstDeviation(() => semaphore.Wait(Told)))),
                new("`Monitor.Wait`", Figure.Time(WorstDeviation(() => WaitFor(gate)))),
                new("`Channel<T>` with a cancelled token", Figure.Time(WorstDeviation(() => ReadFrom(channel)))),
            ],
        };
    }

    private static double AttachWhileHeld() => WhileHeld(static interp =>
    {
        if (interp.TryAttach(Told, out var scope, out _)) throw new InvalidOperationException("The interpreter was free.");
        scope.Dispose();
    });

    private static double CloseWhileHeld() => WhileHeld(static interp =>
    {
        var result = interp.Close(new CloseOptions { Timeout = Told });
        if (result.Outcome != CloseOutcome.Blocked) throw new InvalidOperationException($"Closing ended as {result.Outcome}.");
    });

    private static (double Get, double Put) GetAndPut()
    {
        using var runtime = RuntimeState.Initialize();
        var empty = runtime.CreateQueue<int>();
        var full = runtime.CreateQueue<int>(new CrossQueueOptions { Capacity = 1 });
        full.Put(1);
        return (WorstDeviation(() => Expect<QueueEmptyException>(() => empty.Get(Told))), WorstDeviation(() => Expect<QueueFullException>(() => full.Put(2, Told))));
    }

    private static void Expect<TException>(Action action)
        where TException : Exception
    {
        try
        {
            action();
        }
        catch (TException)
        {
            return;
        }

        throw new InvalidOperationException($"There was no {typeof(TException).Name}.");
    }

    /// <summary>Measures while another thread is inside and listens to nobody.</summary>
    private static double WhileHeld(Action<InterpreterState> wait)
    {
        using var runtime = RuntimeState.Initialize();
        var interp = runtime.CreateInterpreter();
        using var inside = new ManualResetEventSlim();
        using var leave = new ManualResetEventSlim();
        var deviation = 0.0;
        Crew.Run(2, index =>
        {
            if (index == 0)
            {
                using var scope = interp.Attach(out _);
                inside.Set();
                leave.Wait();
                return;
            }

            inside.Wait();
            try
            {
                deviation = WorstDeviation(() => wait(interp));
            }
            finally
            {
                leave.Set();
            }
        });
        return deviation;
    }

    private static double WorstDeviation(Action wait)
    {
        var times = OneByOne.Measure(2, Waits, wait);
        return Math.Max(times.Max - Told.TotalNanoseconds, Told.TotalNanoseconds - times.Min);
    }

    private static void WaitFor(object gate)
    {
        lock (gate) Monitor.Wait(gate, Told);
    }

    private static void ReadFrom(Channel<int> channel)
    {
        using var cancellation = new CancellationTokenSource(Told);
        try
        {
            channel.Reader.ReadAsync(cancellation.Token).AsTask().GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
        }
    }
}
