using System.Diagnostics;

namespace ExplicitContext.Runtime.Tests;

/// <summary>STR-09: threads that do anything at all, as the operating system lets them.</summary>
/// <remarks>
/// EXPLICIT_CONTEXT_STRESS_SECONDS=600 lets them go on for ten minutes. A failure names its seed, and EXPLICIT_CONTEXT_SEED repeats what the threads do;
/// when they do it, only the deterministic scheduler can repeat: see <see cref="FuzzTests"/>.
/// </remarks>
public sealed class FuzzStressTests : IDisposable
{
    private readonly RuntimeState runtime = RuntimeState.Initialize();

    public void Dispose() => runtime.Dispose();

    [Fact]
    public void STR_09_AnyOperationsOnRealThreads_KeepWhatMustHold()
    {
        var settings = SearchSettings.FromEnvironment();
        var time = settings.StressTime ?? TimeSpan.FromSeconds(2);
        var watch = Stopwatch.StartNew();
        for (var seed = settings.Seed ?? 1; watch.Elapsed < time; seed += settings.Seed is null ? 1UL : 0)
        {
            var world = new FuzzWorld(runtime, seed, threads: 4, operations: 12, withThreads: true);
            try
            {
                Harness.InParallel(world.Threads);
                world.AssertSound();
            }
            catch (Exception error)
            {
                throw new InvalidOperationException($"With EXPLICIT_CONTEXT_SEED={seed}: {error.Message}", error);
            }
        }

        Assert.Equal([runtime.Main], runtime.Interpreters);
    }
}
