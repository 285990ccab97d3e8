namespace ExplicitContext.Runtime.Tests;

/// <summary>POL-02, POL-05 and POL-13: what does not cross, and what comes of failures.</summary>
public sealed class PoolCrossingTests : IDisposable
{
    private readonly RuntimeState runtime = RuntimeState.Initialize();

    public void Dispose() => runtime.Dispose();

    [Fact]
    public void POL_02_ClosuresAndMethodsOfWhatMustNotCross_AreRefusedAtOnce()
    {
        using var pool = runtime.CreatePool();
        var captured = new List<int>();

        Harness.ThrowsAtOnce<NotShareableException>(() => pool.RunAsync(_ => captured.Add(1)));
        Harness.ThrowsAtOnce<NotShareableException>(() => pool.CallAsync(_ => captured.Count));
        Harness.ThrowsAtOnce<NotShareableException>(() => pool.CallAsync((_, n) => captured.Count + n, 1));
        Harness.ThrowsAtOnce<NotShareableException>(() => pool.RunAsync(Instance));
        Assert.Throws<NotShareableException>(() => pool.Run(_ => captured.Add(1)));
        Assert.Throws<NotShareableException>(() => pool.Call(_ => captured.Count));
        Assert.Throws<NotShareableException>(() => runtime.CreatePool(_ => captured.Add(1)));
        Assert.Throws<NotShareableException>(() => runtime.CreatePool(static (_, _) => { }, captured));

        Assert.Equal(0, pool.WorkerCount);
        Assert.Empty(captured);
    }

    [Fact]
    public void POL_02_ArgumentsThatMustNotCross_AreRefusedAtOnce()
    {
        using var pool = runtime.CreatePool();

        var error = Harness.ThrowsAtOnce<NotShareableException>(() => pool.CallAsync(static (_, list) => list.Count, new List<int>()));
        Assert.StartsWith("arg", error.Path, StringComparison.Ordinal);
        Assert.Throws<NotShareableException>(() => pool.Call(static (_, list) => list.Count, new List<int>()));
        Assert.Equal(0, pool.WorkerCount);
    }

    [Fact]
    public void POL_02_NoDelegateAtAll_IsABadArgument()
    {
        using var pool = runtime.CreatePool();

        Harness.ThrowsAtOnce<ArgumentNullException>(() => pool.RunAsync(null!));
        Assert.Throws<ArgumentNullException>(() => pool.Run(null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => runtime.CreatePool(new InterpreterPoolOptions { MaxWorkers = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => runtime.CreatePool(new InterpreterPoolOptions { MaxWorkers = 1, WarmWorkers = 2 }));
    }

    [Fact]
    public async Task POL_05_WhatWorkThrows_IsTold_AndTheWorkerSurvives()
    {
        using var pool = runtime.CreatePool();

        var submitted = await Assert.ThrowsAsync<ExecutionFailedException>(() => pool.RunAsync(static _ => throw new FormatException("no")).WaitAsync(Harness.Patience));
        var called = Assert.Throws<ExecutionFailedException>(() => pool.Run(static _ => throw new FormatException("no")));
        Assert.All(new[] { submitted, called }, error => Assert.Equal(("System.FormatException", "no"), (error.Info.TypeName, error.Info.Message)));

        Assert.Equal(1, await pool.CallAsync(static _ => 1).WaitAsync(Harness.Patience));
        Assert.Equal(1, pool.WorkerCount);
    }

    [Fact]
    public async Task POL_05_WhereTheInterpreterKnowsHowToSendAnException_ItArrivesWithItsOwnType_AsAnotherObject()
    {
        using var pool = runtime.CreatePool(static tstate => tstate.Interp.Copiers.Register<OrderException>(static error => new OrderException(error.Order)));

        var submitted = await Assert.ThrowsAsync<OrderException>(() => pool.RunAsync(static _ => throw new OrderException(7)).WaitAsync(Harness.Patience));
        var called = Assert.Throws<OrderException>(() => pool.Run(static _ => throw new OrderException(8)));

        Assert.Equal((7, 8), (submitted.Order, called.Order));
        Assert.Throws<ExecutionFailedException>(() => pool.Run(static _ => throw new FormatException()));
        pool.Run(static _ => { });
    }

    [Fact]
    public async Task POL_13_AResultThatMustNotCross_FaultsTheTask_AndTheWorkerSurvives()
    {
        using var pool = runtime.CreatePool();

        var error = await Assert.ThrowsAsync<NotShareableException>(() => pool.CallAsync(static _ => new List<int>()).WaitAsync(Harness.Patience));
        Assert.Equal("result", error.Path);
        Assert.Throws<NotShareableException>(() => pool.Call(static _ => new List<int>()));
        Assert.Equal(1, await pool.CallAsync(static _ => 1).WaitAsync(Harness.Patience));
        Assert.Equal(1, pool.WorkerCount);
    }

    [Fact]
    public async Task POL_03_EachWorkerGetsItsOwnCopyOfTheInitializersArgument()
    {
        var numbers = new List<int> { 1 };
        using var pool = runtime.CreatePool(
            static (tstate, copy) =>
            {
                copy.Value.Add(2);
                tstate.Interp.Variables.Set(tstate, "numbers", copy.Value.Count);
            },
            Shareable.Copy(numbers),
            new InterpreterPoolOptions { MaxWorkers = 2, WarmWorkers = 2 });
        numbers.Add(3);
        var counts = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => pool.CallAsync(static tstate => tstate.Interp.Variables.TryGet(tstate, "numbers", out var n) ? (int)n! : 0)))
            .WaitAsync(Harness.Patience);

        Assert.Equal([2, 2], counts);
    }

    [Fact]
    public async Task RUN_16_29_AResultOfAsynchronousCodeThatMustNotCross_FaultsTheTask()
    {
        var interp = runtime.CreateInterpreter();
        var error = await Assert.ThrowsAsync<NotShareableException>(() => interp.ExecuteAsync(static async (_, _) =>
        {
            await Task.Yield();
            return new List<int>();
        }).WaitAsync(Harness.Patience));

        Assert.Equal("result", error.Path);
        Assert.False(interp.IsRunning);
    }

    [Fact]
    public void RUN_19_29_AsynchronousCodeThatCaptures_IsRefusedAtOnce()
    {
        var interp = runtime.CreateInterpreter();
        var captured = new List<int>();

        Harness.ThrowsAtOnce<NotShareableException>(() => interp.ExecuteAsync(async (_, _) =>
        {
            await Task.Yield();
            captured.Add(1);
        }));
        Harness.ThrowsAtOnce<NotShareableException>(() => interp.ExecuteAsync(static (_, list, _) => Task.FromResult(list.Count), captured));
        Assert.False(interp.IsRunning);
    }

    private void Instance(ThreadState tstate)
    {
        Assert.NotNull(runtime);
    }

    private sealed class OrderException(int order) : Exception
    {
        public int Order { get; } = order;
    }
}
