namespace ExplicitContext.Runtime.Tests;

/// <summary>POL: what gets into a pool's workers and out of them, and what does not.</summary>
public sealed class PoolCrossingTests : IDisposable
{
    private readonly RuntimeState runtime = RuntimeState.Initialize();
    private readonly InterpreterPool pool;

    public PoolCrossingTests() => pool = runtime.CreatePool(new InterpreterPoolOptions { MaxWorkers = 1 });

    public void Dispose()
    {
        pool.Dispose();
        runtime.Dispose();
    }

    [Fact]
    public async Task POL_02_WorkThatHasCapturedSomething_IsRefusedWhenItIsSubmitted()
    {
        var log = new List<string>();
        Harness.ThrowsAtOnce<NotShareableException>(() => pool.RunAsync(_ => log.Add("ran")));
        Harness.ThrowsAtOnce<NotShareableException>(() => pool.RunAsync((_, text) => log.Add(text), "ran"));
        Harness.ThrowsAtOnce<NotShareableException>(() => pool.CallAsync(_ => log.Count));
        Harness.ThrowsAtOnce<NotShareableException>(() => pool.CallAsync((_, n) => log.Count + n, 1));
        Harness.ThrowsAtOnce<NotShareableException>(() => pool.RunAsync(new Stateful().Count));

        Assert.Equal(1, await pool.CallAsync(static _ => 1).WaitAsync(Harness.Patience));
        Assert.Empty(log);
    }

    [Fact]
    public async Task POL_05_WorkThatThrows_IsToldByNamesAndTexts_AndTheWorkerSurvives()
    {
        var worker = await pool.CallAsync(static tstate => tstate.Interp.Id).WaitAsync(Harness.Patience);
        var error = await Assert.ThrowsAsync<ExecutionFailedException>(() =>
            pool.CallAsync<int>(static _ => throw new FormatException("told")).WaitAsync(Harness.Patience));

        Assert.Equal(worker, error.Interpreter);
        Assert.Equal(typeof(FormatException).FullName, error.Info.TypeName);
        Assert.Equal("told", error.Info.Message);
        Assert.Contains(nameof(POL_05_WorkThatThrows_IsToldByNamesAndTexts_AndTheWorkerSurvives), error.Info.Display);
        Assert.Equal(worker, await pool.CallAsync(static tstate => tstate.Interp.Id).WaitAsync(Harness.Patience));
        Assert.Equal(typeof(FormatException).FullName, Assert.Throws<ExecutionFailedException>(() => pool.Run(static _ => throw new FormatException())).Info.TypeName);
    }

    [Fact]
    public async Task POL_13_WhatCannotCross_FailsTheSubmissionOrTheTask_AndTheWorkerSurvives()
    {
        Assert.Equal("arg", Harness.ThrowsAtOnce<NotShareableException>(() => pool.RunAsync(static (_, _) => { }, new List<int>())).Path);
        var result = await Assert.ThrowsAsync<NotShareableException>(() => pool.CallAsync(static _ => new List<int>()).WaitAsync(Harness.Patience));

        Assert.Equal("result", result.Path);
        Assert.Equal(1, await pool.CallAsync(static _ => 1).WaitAsync(Harness.Patience));
    }

    private sealed class Stateful
    {
        public int Counted { get; private set; }

        public void Count(ThreadState tstate) => Counted++;
    }
}
