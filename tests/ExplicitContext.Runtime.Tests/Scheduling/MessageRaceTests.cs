using Xunit.Abstractions;

namespace ExplicitContext.Runtime.Tests;

/// <summary>QUE and CHN under a scheduler: every item goes one way.</summary>
public sealed class MessageRaceTests(ITestOutputHelper output)
{
    [Fact]
    public void QUE_24_PutAgainstGet_ThroughAQueueOfOne_EveryItemArrivesOnceAndInOrder() => Randomly(QueueRaces.PutAndGet);

    [Fact]
    public void QUE_09_ATimeoutAgainstPutOrGet_LosesNoItem() => Randomly(QueueRaces.GiveUpInTime);

    [Fact]
    public void QUE_27_ACancellationAgainstPutOrGet_LosesNoItem() => Randomly(QueueRaces.GiveUpWhenCancelled);

    [Fact]
    public void QUE_23_TheReceiversEndAgainstPut_LosesNoItem() => Randomly(QueueRaces.CloseTheReceiver);

    [Theory]
    [InlineData(OnSenderGone.Placeholder)]
    [InlineData(OnSenderGone.Throw)]
    [InlineData(OnSenderGone.Remove)]
    public void QUE_20_21_TheSendersEndAgainstGet_TheItemIsGot_OrFollowsItsRule(OnSenderGone rule) => Randomly(runtime => QueueRaces.CloseTheSender(runtime, rule));

    [Fact]
    public void QUE_26_CompleteAgainstPutAndGet_EndsThemAll_AndWhatWasPutIsGot() => Randomly(QueueRaces.Complete);

    [Fact]
    public void QUE_28_DisposeAgainstPutAndGet_EndsThemAll() => Randomly(QueueRaces.Dispose);

    [Fact]
    public void QUE_08_WhoWaitsForAnItem_DoesWhatItIsAskedMeanwhile_AndGetsItAllTheSame() => Randomly(QueueRaces.AskWhoWaits);

    [Fact]
    public void CHN_24_WhoSendsAndWaits_AndWhoReceives_AgreeOnWhetherItArrived() => Randomly(QueueRaces.SendAndWait);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void CHN_24_AnyStepBesideAnyOther_UnderEveryScheduleWithUpToTwoPreemptions_DoesWhatTheModelCanDo(int pending)
    {
        var schedules = 0;
        foreach (var one in Steps(0, "use", "close", "force-close", "release"))
        {
            foreach (var other in Steps(1, "use", "close", "force-close", "release"))
                schedules += new ScheduleSearch(runtime => ChannelRaces.Steps(runtime, pending, [one], [other])).Exhaustively(2).Schedules;
        }

        output.WriteLine($"{schedules} schedules");
        Assert.InRange(schedules, 144, int.MaxValue);
    }

    [Fact]
    public void CHN_24_TwoStepsBesideAnother_UnderEveryScheduleWithUpToTwoPreemptions_DoWhatTheModelCanDo()
    {
        var schedules = 0;
        ChannelStep[] firsts = [.. Steps(0, "use", "force-close").Where(step => step.Ends != "both"), new ChannelStep("close", "send", 0)];
        foreach (var first in firsts)
        {
            foreach (var second in firsts)
            {
                foreach (var other in firsts.Select(step => step with { Who = 1 }))
                    schedules += new ScheduleSearch(runtime => ChannelRaces.Steps(runtime, 1, [first, second], [other])).Exhaustively(2).Schedules;
            }
        }

        output.WriteLine($"{schedules} schedules");
        Assert.InRange(schedules, 125, int.MaxValue);
    }

    private static IEnumerable<ChannelStep> Steps(int who, params string[] verbs) => ChannelStep.All(verbs).Where(step => step.Who == who);

    private void Randomly(Func<RuntimeState, Race> scenario) => output.WriteLine(new ScheduleSearch(scenario).Randomly().ToString());
}
