using Xunit.Abstractions;

namespace ExplicitContext.Runtime.Tests;

/// <summary>STR-10: threads that do anything at all, under a scheduler.</summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    [Fact]
    public void STR_10_AnyOperationsUnderAnySchedule_KeepWhatMustHold() =>
        output.WriteLine(new ScheduleSearch((runtime, seed) => Fuzz(runtime, seed, withThreads: false)).Randomly().ToString());

    [Fact]
    public void STR_10_AnyOperations_WithThreadsThatInterpretersStart_KeepWhatMustHold() =>
        output.WriteLine(new ScheduleSearch((runtime, seed) => Fuzz(runtime, seed, withThreads: true)).Randomly(1000).ToString());

    private static Race Fuzz(RuntimeState runtime, ulong seed, bool withThreads)
    {
        var world = new FuzzWorld(runtime, seed, threads: 3, operations: 4, withThreads);
        return new Race(world.Threads) { WhenIdle = world.WhenIdle, Check = world.AssertSound };
    }
}
