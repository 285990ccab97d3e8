using Xunit.Abstractions;

namespace ExplicitContext.Runtime.Tests;

/// <summary>FIN under a scheduler: an interpreter that is closed while others use it.</summary>
public sealed class ClosingRaceTests(ITestOutputHelper output)
{
    [Fact]
    public void FIN_08_09_RunAgainstClose_OneOfThemWins_AndTheOtherGetsATypedError() => Randomly(runtime => ClosingRaces.RunAndClose(runtime, stopRunning: false));

    [Fact]
    public void FIN_09_RunAgainstACloseThatStopsRuns_IsEndedOrRefused() => Randomly(runtime => ClosingRaces.RunAndClose(runtime, stopRunning: true));

    [Fact]
    public void FIN_10_CloseAgainstClose_OneOfThemWins() => Randomly(ClosingRaces.CloseAndClose);

    [Fact]
    public void FIN_10_CloseAgainstClose_UnderEveryScheduleWithUpToThreePreemptions_OneOfThemWins()
    {
        var all = new ScheduleSearch(ClosingRaces.CloseAndClose).Exhaustively(3);
        output.WriteLine(all.ToString());
        Assert.Equal(all.Schedules, all.Distinct);
    }

    [Fact]
    public void FIN_11_ListPrepareAndIsRunningAgainstClose_WorkOrFailWithTypedErrors() => Randomly(ClosingRaces.LookAndClose);

    [Fact]
    public void FIN_14_15_17_AttachAndAllowThreadsAgainstClose_GetInOrAreSentHome_AndUnwind() => Randomly(ClosingRaces.AttachAndClose);

    [Fact]
    public void FIN_10_12_ACloseThatGivesUp_LeavesItToTheNext() => Randomly(ClosingRaces.GiveUpClosing);

    [Fact]
    public void TST_15_AGuardAgainstClose_IsHonoured_OrRefused() => Randomly(ClosingRaces.GuardAndClose);

    [Fact]
    public void FIN_01_13_AThreadStartedAgainstClose_RunsAndIsWaitedFor_OrIsRefused() => Randomly(ClosingRaces.StartThreadAndClose);

    [Fact]
    public void FIN_14_ADaemonStartedAgainstClose_EndsInAnyCase() => Randomly(ClosingRaces.StartDaemonAndClose, 2000);

    [Fact]
    public void FIN_21_ThreadsThatGoAcross_AgainstClose_EndUpOutside() => Randomly(ClosingRaces.GoAcrossAndClose);

    [Fact]
    public void FIN_15_AttachAgainstClose_IsRefusedAtOnce_AlsoWhileExitFunctionsWait() => Randomly(FinalizingRaces.AttachWhileExitFunctionsWait);

    [Fact]
    public void LCK_19_AThreadThatHasReleasedTheLock_WritesNothingOfAnInterpreterThatIsClosedMeanwhile() => Randomly(FinalizingRaces.ReleaseAndClose);

    private void Randomly(Func<RuntimeState, Race> scenario, int schedules = ScheduleSearch.Schedules) => output.WriteLine(new ScheduleSearch(scenario).Randomly(schedules).ToString());
}
