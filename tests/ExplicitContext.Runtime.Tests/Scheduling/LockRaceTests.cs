using Xunit.Abstractions;

namespace ExplicitContext.Runtime.Tests;

/// <summary>LCK under a scheduler: enter, leave, hand over, give up.</summary>
public sealed class LockRaceTests(ITestOutputHelper output)
{
    [Fact]
    public void LCK_24_ThreeThreadsThatEnterAreAskedAndLeave_ExcludeEachOtherAndGetOn() => Randomly(LockRaces.EnterAndExit);

    [Fact]
    public void LCK_24_ThreeThreads_ExcludeEachOtherAndGetOn_UnderEveryScheduleWithUpToThreePreemptions()
    {
        var all = new ScheduleSearch(LockRaces.EnterAndExit).Exhaustively(3);
        output.WriteLine(all.ToString());
        Assert.Equal(all.Schedules, all.Distinct);
        Assert.InRange(all.Schedules, 1000, int.MaxValue);
    }

    [Fact]
    public void LCK_03_07_24_ThreadsThatGiveWayAndAllowOthersIn_ExcludeEachOtherAndGetOn() => Randomly(LockRaces.GiveWayAndAllowThreads);

    [Fact]
    public void LCK_12_17_AThreadThatGivesUpAsItIsGivenTheLock_LeavesNoGhost() => Randomly(LockRaces.GiveUpInTime);

    [Fact]
    public void LCK_12_17_AThreadThatIsCancelledAsItIsGivenTheLock_LeavesNoGhost() => Randomly(LockRaces.GiveUpWhenCancelled);

    [Fact]
    public void LCK_20_OneLockForTwoInterpreters_ExcludesAcrossThem_AlsoWhileOneOfThemCloses() => Randomly(LockRaces.ShareOneLock);

    [Fact]
    public void LCK_24_AThreadThatHasStoppedTheOthersOfItsInterpreter_IsAlone_AndGivesWayAfterwards() => Randomly(LockRaces.StopOneInterpreter);

    [Fact]
    public void LCK_24_TwoThreadsThatStopTheWorld_DoSoOneAfterTheOther_AndNobodyRunsMeanwhile() => Randomly(LockRaces.StopAllTwice);

    [Fact]
    public void STR_04_ThreadsThatGoCrosswiseFromInterpreterToInterpreter_DoNotDeadlock() => Randomly(LockRaces.GoAcross);

    private void Randomly(Func<RuntimeState, Race> scenario) => output.WriteLine(new ScheduleSearch(scenario).Randomly().ToString());
}
