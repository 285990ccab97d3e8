using BenchmarkDotNet.Attributes;

namespace Benchmarks.Costs;

/// <summary>Asking, at every turn of a loop, whether to stop.</summary>
public class BreakerCosts : IDisposable
{
    internal const int Batch = 10_000;

    private readonly RuntimeState runtime = RuntimeState.Initialize();
    private readonly InterpreterState interp;
    private readonly CancellationTokenSource cancellation = new();
    private volatile bool stop;
    private int sum;

    public BreakerCosts() => interp = runtime.CreateInterpreter();

    /// <summary>The loop without any question, to be taken off the others.</summary>
    [Benchmark(OperationsPerInvoke = Batch)]
    public void EmptyLoop()
    {
        for (var i = 0; i < Batch; i++) sum++;
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Batch)]
    public void CheckBreaker()
    {
        using var scope = interp.Attach(out var tstate);
        for (var i = 0; i < Batch; i++)
        {
            tstate.CheckBreaker();
            sum++;
        }
    }

    [Benchmark(OperationsPerInvoke = Batch)]
    public void VolatileFlag()
    {
        for (var i = 0; i < Batch; i++)
        {
            if (stop) return;
            sum++;
        }
    }

    [Benchmark(OperationsPerInvoke = Batch)]
    public void CancellationToken()
    {
        var token = cancellation.Token;
        for (var i = 0; i < Batch; i++)
        {
            token.ThrowIfCancellationRequested();
            sum++;
        }
    }

    public void Stop() => stop = true;

    [GlobalCleanup]
    public void Dispose()
    {
        runtime.Dispose();
        cancellation.Dispose();
        GC.SuppressFinalize(this);
    }
}
