using BenchmarkDotNet.Attributes;
using Benchmarks.Tenants;

namespace Benchmarks.Costs;

/// <summary>A call from one tenant into another, on the same thread.</summary>
public class CallCosts : IDisposable
{
    internal const int Batch = 1000;

    private readonly RuntimeState runtime = RuntimeState.Initialize();
    private readonly InterpreterState caller;
    private readonly InterpreterState callee;
    private readonly Func<int, int> work = Tenant.Work;
    private readonly object monitor = new();
    private readonly Lock gate = new();
    private readonly SemaphoreSlim semaphore = new(1);
    private readonly AsyncLocal<object> tenant = new();
    private int sum;

    public CallCosts()
    {
        caller = runtime.CreateInterpreter();
        callee = runtime.CreateInterpreter();
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Batch)]
    public void CallIntoInterpreter()
    {
        using var scope = caller.Attach(out _);
        for (var i = 0; i < Batch; i++) sum += callee.Call(static (_, argument) => argument + 1, i);
    }

    [Benchmark(OperationsPerInvoke = Batch)]
    public void AttachToInterpreter()
    {
        using var scope = caller.Attach(out _);
        for (var i = 0; i < Batch; i++)
        {
            using (callee.Attach(out _)) sum++;
        }
    }

    [Benchmark(OperationsPerInvoke = Batch)]
    public void CallUnderMonitor()
    {
        for (var i = 0; i < Batch; i++)
        {
            lock (monitor) sum += work(i);
        }
    }

    [Benchmark(OperationsPerInvoke = Batch)]
    public void CallUnderLock()
    {
        for (var i = 0; i < Batch; i++)
        {
            lock (gate) sum += work(i);
        }
    }

    [Benchmark(OperationsPerInvoke = Batch)]
    public void CallUnderSemaphore()
    {
        for (var i = 0; i < Batch; i++)
        {
            semaphore.Wait();
            sum += work(i);
            semaphore.Release();
        }
    }

    [Benchmark(OperationsPerInvoke = Batch)]
    public void CallWithAsyncLocal()
    {
        for (var i = 0; i < Batch; i++)
        {
            var before = tenant.Value;
            tenant.Value = callee;
            sum += work(i);
            tenant.Value = before!;
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
