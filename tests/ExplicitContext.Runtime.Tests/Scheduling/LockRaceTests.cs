using Xunit.Abstractions;

namespace ExplicitContext.Runtime.Tests;

/// <summary>LCK under a scheduler: enter, leave, hand over, give up.</summary>
[Collection(ScheduledTests.Name)]
public sealed class LockRaceTests(ITestOutputHelper output)
{
    [Fact]
    public void LCK_24_ThreeThreadsThatEnterAreAskedAndLeave_ExcludeEachOtherAndGetOn() =>
        Assert.Equal(ScheduleSearch.Schedules, Randomly(LockRaces.EnterAndExit).Schedules);

    [Fact]
    public void LCK_24_ThreeThreads_UnderEveryScheduleWithUpToTwoPreemptions()
    {
        var all = new ScheduleSearch(LockRaces.EnterAndExit).Exhaustively(2);
        output.WriteLine(all.ToString());
        Assert.Equal(all.Schedules, all.Distinct);
    }

    private SearchResult Randomly(Func<RuntimeState, Race> scenario)
    {
        var result = new ScheduleSearch(scenario).Randomly();
        output.WriteLine(result.ToString());
        return result;
    }
}
