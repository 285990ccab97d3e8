using Xunit.Abstractions;

namespace ExplicitContext.Runtime.Tests;

/// <summary>That the scheduler finds what it is for, and shows it again: first of all tests under it.</summary>
public sealed class SchedulerTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(nameof(ToyMistake.CheckThenAct), "inside")]
    [InlineData(nameof(ToyMistake.LostWakeUp), "Deadlock")]
    [InlineData(nameof(ToyMistake.GhostGrant), "Deadlock")]
    public void AToyLockWithAMistake_IsFoundWithin1000Schedules_AndTheSeedAndTheScheduleShowItAgain(string mistake, string symptom)
    {
        var search = new ScheduleSearch(Toy(Enum.Parse<ToyMistake>(mistake)));
        var found = Assert.Throws<ScheduleFailedException>(() => search.Randomly(1000, new SearchSettings()));
        Assert.Contains(symptom, found.Message);
        output.WriteLine(found.Message);

        var again = Assert.Throws<ScheduleFailedException>(() => search.Seed(found.Seed));
        Assert.Equal(found.Schedule, again.Schedule);
        Assert.Equal(found.InnerException!.Message, again.InnerException!.Message);
        var replayed = Assert.Throws<ScheduleFailedException>(() => search.Replay(found.Schedule));
        Assert.Equal(found.Schedule, replayed.Schedule);
        Assert.Equal(found.InnerException.Message, replayed.InnerException!.Message);
    }

    [Theory]
    [InlineData(nameof(ToyMistake.CheckThenAct))]
    [InlineData(nameof(ToyMistake.LostWakeUp))]
    [InlineData(nameof(ToyMistake.GhostGrant))]
    public void AToyLockWithAMistake_IsFoundAmongAllSchedulesWithThreePreemptions(string mistake) =>
        Assert.Throws<ScheduleFailedException>(() => new ScheduleSearch(Toy(Enum.Parse<ToyMistake>(mistake))).Exhaustively(3));

    [Fact]
    public void TheToyLockWithoutAMistake_HoldsUnderAllSchedules()
    {
        var search = new ScheduleSearch(Toy(ToyMistake.None));
        var random = search.Randomly(ScheduleSearch.Schedules, new SearchSettings());
        var all = search.Exhaustively(3);
        output.WriteLine($"{random}, {all}");

        Assert.Equal(ScheduleSearch.Schedules, random.Schedules);
        Assert.InRange(random.Distinct, 1000, int.MaxValue);
        Assert.Equal(all.Schedules, all.Distinct);
    }

    [Fact]
    public void TheSameSeed_GivesTheSameTrace_AndAnotherSeedAnotherOne()
    {
        var search = new ScheduleSearch(LockRaces.EnterAndExit);
        var traces = Enumerable.Range(1, 20).Select(seed => search.Seed((ulong)seed)).ToList();

        Assert.All(traces, (trace, index) => Assert.Equal(trace.Steps, search.Seed((ulong)index + 1).Steps));
        Assert.InRange(traces.Select(trace => trace.Schedule).Distinct().Count(), 15, 20);
    }

    [Fact]
    public void ASchedule_IsReplayedStepByStep()
    {
        var search = new ScheduleSearch(LockRaces.EnterAndExit);
        for (var seed = 1UL; seed <= 20; seed++)
        {
            var trace = search.Seed(seed);
            Assert.Equal(trace.Steps, search.Replay(trace.Schedule).Steps);
        }
    }

    [Fact]
    public void AScheduleOfAnotherScenario_IsRefused()
    {
        var search = new ScheduleSearch(LockRaces.EnterAndExit);
        Assert.Contains("says nothing", Assert.Throws<ScheduleFailedException>(() => search.Replay("0 1")).Message);
        Assert.Contains("is none of", Assert.Throws<ScheduleFailedException>(() => search.Replay("7*100")).Message);
    }

    [Fact]
    public void ThreadsThatKeepEachOtherBusyForEver_AreEnded()
    {
        var search = new ScheduleSearch(runtime => new Race(() => Endless(runtime.Seam!), () => Endless(runtime.Seam!)));
        Assert.Contains("No end", Assert.Throws<ScheduleFailedException>(() => search.Seed(1)).Message);

        static void Endless(ISchedulingSeam seam)
        {
            while (true) seam.Point("busy");
        }
    }

    [Fact]
    public void ATimeout_ComesAtTheTimeThatTheClockThenShows()
    {
        var waited = TimeSpan.Zero;
        var trace = new ScheduleSearch(runtime => new Race(() =>
        {
            var start = runtime.Clock.GetTimestamp();
            Assert.Equal(Signal.None, new Waiter(runtime.Seam, runtime.Clock).Wait(TimeSpan.FromDays(1)));
            waited = runtime.Clock.GetElapsedTime(start);
        })).Seed(1);

        Assert.Equal(TimeSpan.FromDays(1), waited);
        Assert.Contains(trace.Steps, step => step.Place == "timeout");
    }

    private static Func<RuntimeState, Race> Toy(ToyMistake mistake) => runtime =>
    {
        var toy = new ToyLock(runtime, mistake);
        var inside = 0;
        return new Race(() => Visit(Timeout.InfiniteTimeSpan), () => Visit(TimeSpan.FromMilliseconds(1)), () => Visit(Timeout.InfiniteTimeSpan));

        void Visit(TimeSpan timeout)
        {
            if (!toy.Enter(timeout)) return;
            Assert.True(++inside == 1, "Two threads are inside.");
            runtime.Seam!.Point("inside");
            inside--;
            toy.Exit();
        }
    };
}
