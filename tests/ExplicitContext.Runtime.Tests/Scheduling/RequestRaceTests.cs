using Xunit.Abstractions;

namespace ExplicitContext.Runtime.Tests;

/// <summary>What threads ask of each other, under a scheduler: nothing that was accepted is lost.</summary>
public sealed class RequestRaceTests(ITestOutputHelper output)
{
    // A runtime starts a thread of its own, and that takes far longer than a schedule.
    private const int FewForNewThreads = 2000;

    [Fact]
    public void LCK_24_PendingCallsAgainstAttachAndDetach_AllRun_AndTheBreakerSaysSo() => Randomly(RequestRaces.AddPendingCalls);

    [Fact]
    public void LCK_24_APendingCallForTheHolder_RunsAtItsNextCheck() => Randomly(RequestRaces.TellTheHolder);

    [Fact]
    public void FIN_03_PendingCallsAgainstClose_RunOnceIfTheyWereAccepted() => Randomly(RequestRaces.AddPendingCallsAndClose);

    [Fact]
    public void FIN_03_ACloseWhileAPendingCallLetsOthersIn_RunsThoseBehindIt() => Randomly(RequestRaces.StayInAPendingCallAndClose);

    [Fact]
    public void LCK_24_AnAsyncException_IsThrownOnce() => Randomly(RequestRaces.SetAsyncException);

    [Fact]
    public void FIN_02_TheClosingToken_IsCancelledForWhoeverAsksForIt() => Randomly(RequestRaces.AskForTheClosingToken);

    [Fact]
    public void FIN_24_WhatIsAssociatedAgainstClose_IsToldOnce_OrRefused() => Randomly(RequestRaces.AssociateAndClose);

    [Fact]
    public void RTM_10_CreateAgainstDispose_LeavesNoInterpreterOpen() => Randomly(RequestRaces.CreateAndDispose, FewForNewThreads);

    private void Randomly(Func<RuntimeState, Race> scenario, int schedules = ScheduleSearch.Schedules) => output.WriteLine(new ScheduleSearch(scenario).Randomly(schedules).ToString());
}
