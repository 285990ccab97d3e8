using System.Runtime.CompilerServices;
using BenchmarkDotNet.Attributes;

namespace Benchmarks.Costs;

/// <summary>A call whose callee needs the context: handed on, or found by itself.</summary>
public class ContextCosts : IDisposable
{
    internal const int Batch = 1000;

    [ThreadStatic]
    private static InterpreterState? threadStatic;

    private static readonly AsyncLocal<InterpreterState?> AsyncLocalContext = new();
    private static InterpreterState? singleton;

    private readonly RuntimeState runtime = RuntimeState.Initialize();
    private readonly InterpreterState interp;
    private long sum;

    public ContextCosts()
    {
        interp = runtime.CreateInterpreter();
        singleton = interp;
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Batch)]
    public void Parameter()
    {
        using var scope = interp.Attach(out var tstate);
        for (var i = 0; i < Batch; i++) sum += ByParameter(tstate);
    }

    [Benchmark(OperationsPerInvoke = Batch)]
    public void Current()
    {
        using var scope = interp.Attach(out _);
        for (var i = 0; i < Batch; i++) sum += ByCurrent();
    }

    [Benchmark(OperationsPerInvoke = Batch)]
    public void Singleton()
    {
        for (var i = 0; i < Batch; i++) sum += BySingleton();
    }

    [Benchmark(OperationsPerInvoke = Batch)]
    public void ThreadStatic()
    {
        threadStatic = interp;
        for (var i = 0; i < Batch; i++) sum += ByThreadStatic();
    }

    [Benchmark(OperationsPerInvoke = Batch)]
    public void AsyncLocal()
    {
        AsyncLocalContext.Value = interp;
        for (var i = 0; i < Batch; i++) sum += ByAsyncLocal();
    }

    [GlobalCleanup]
    public void Dispose()
    {
        runtime.Dispose();
        GC.SuppressFinalize(this);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long ByParameter(ThreadState tstate) => tstate.Interp.Id.Value;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long ByCurrent() => InterpreterState.Current.Id.Value;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long BySingleton() => singleton!.Id.Value;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long ByThreadStatic() => threadStatic!.Id.Value;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long ByAsyncLocal() => AsyncLocalContext.Value!.Id.Value;
}
