using BenchmarkDotNet.Attributes;

namespace Benchmarks.Costs;

/// <summary>Taking and giving back a lock that nobody else wants.</summary>
public class LockCosts : IDisposable
{
    internal const int Batch = 1000;

    private readonly RuntimeState runtime = RuntimeState.Initialize();
    private readonly InterpreterState interp;
    private readonly object monitor = new();
    private readonly Lock gate = new();
    private readonly SemaphoreSlim semaphore = new(1);
    private SpinLock spinLock = new(enableThreadOwnerTracking: false);
    private int sum;

    public LockCosts() => interp = runtime.CreateInterpreter();

    /// <summary>The interpreter's lock alone: given back and taken again.</summary>
    [Benchmark(OperationsPerInvoke = Batch)]
    public void AllowThreads()
    {
        using var scope = interp.Attach(out var tstate);
        for (var i = 0; i < Batch; i++)
        {
            using (tstate.AllowThreads()) sum++;
        }
    }

    /// <summary>The lock, and the thread's state looked up.</summary>
    [Benchmark(OperationsPerInvoke = Batch)]
    public void Attach()
    {
        for (var i = 0; i < Batch; i++)
        {
            using (interp.Attach(out _)) sum++;
        }
    }

    [Benchmark(OperationsPerInvoke = Batch)]
    public void Monitor()
    {
        for (var i = 0; i < Batch; i++)
        {
            lock (monitor) sum++;
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Batch)]
    public void Lock()
    {
        for (var i = 0; i < Batch; i++)
        {
            lock (gate) sum++;
        }
    }

    [Benchmark(OperationsPerInvoke = Batch)]
    public void SemaphoreSlim()
    {
        for (var i = 0; i < Batch; i++)
        {
            semaphore.Wait();
            sum++;
            semaphore.Release();
        }
    }

    [Benchmark(OperationsPerInvoke = Batch)]
    public void SpinLock()
    {
        for (var i = 0; i < Batch; i++)
        {
            var taken = false;
            spinLock.Enter(ref taken);
            sum++;
            spinLock.Exit();
        }
    }

    [GlobalCleanup]
    public void Dispose()
    {
        runtime.Dispose();
        semaphore.Dispose();
        GC.SuppressFinalize(this);
    }
}
