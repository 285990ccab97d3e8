namespace ExplicitContext.Runtime.Tests;

/// <summary>STR: what interpreters take and give back. Measured while no other test runs.</summary>
[Collection(nameof(Alone))]
public sealed class MemoryTests : IDisposable
{
    private readonly RuntimeState runtime = RuntimeState.Initialize();

    public void Dispose() => runtime.Dispose();

    [Fact]
    public void STR_03_AHundredThousandAlive_NeedAtMost512MiB()
    {
        const int count = 100_000;
        using var crowded = RuntimeState.Initialize();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var interps = new InterpreterState[count];
        for (var i = 0; i < count; i++) interps[i] = crowded.CreateInterpreter();
        var memory = GC.GetTotalMemory(forceFullCollection: true) - before;

        Assert.InRange(memory, 1, 512L << 20);
        Assert.InRange(memory / count, 1, 4096);
        Assert.Equal(count + 1, crowded.Interpreters.Count);
        Assert.Equal(count, interps[^1].Id.Value);
        interps[count / 2].Run(static _ => { });
    }

    [Fact]
    public void STR_06_TenThousandCycles_LeaveNoMemoryBehind()
    {
        Cycle(1000);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        Cycle(10_000);
        var drift = GC.GetTotalMemory(forceFullCollection: true) - before;

        Assert.InRange(drift, long.MinValue, 1 << 20);
        Assert.Equal([runtime.Main], runtime.Interpreters);

        void Cycle(int times)
        {
            for (var i = 0; i < times; i++)
            {
                var interp = runtime.CreateInterpreter();
                interp.Enter(static tstate => tstate.Interp.AtExit(static _ => { }));
                interp.Close();
            }
        }
    }
}
