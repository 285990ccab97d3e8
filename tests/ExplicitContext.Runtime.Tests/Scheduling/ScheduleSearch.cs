using System.Diagnostics;

namespace ExplicitContext.Runtime.Tests;

/// <summary>Looks for a schedule under which a scenario fails.</summary>
/// <param name="scenario">Makes what is to run anew for every schedule: with interpreters of its own, so that no schedule knows of another.</param>
internal sealed class ScheduleSearch(Func<RuntimeState, Race> scenario)
{
    public const int Schedules = 10_000;

    private const ulong FirstSeed = 1;

    /// <summary>Does random schedules, or what the environment asks for instead.</summary>
    /// <exception cref="ScheduleFailedException">One of them has failed.</exception>
    public SearchResult Randomly(int schedules = Schedules, SearchSettings? settings = null)
    {
        settings ??= SearchSettings.FromEnvironment();
        if (settings.Schedule is { } schedule)
        {
            Replay(schedule);
            return new SearchResult(1, 1, 0);
        }

        var walk = new RandomWalk();
        var (first, last) = settings.Seed is { } seed ? (seed, seed) : (FirstSeed, FirstSeed + (ulong)(settings.Schedules ?? schedules) - 1);
        return Search(number => first + number <= last ? (walk.Restart(first + number), first + number) : null);
    }

    /// <summary>Does all schedules with no more than so many preemptions.</summary>
    /// <exception cref="ScheduleFailedException">One of them has failed.</exception>
    public SearchResult Exhaustively(int preemptions)
    {
        var all = new AllChoices(preemptions);
        return Search(number => number == 0 || all.MoveNext() ? (all, 0) : null);
    }

    /// <summary>Does one random schedule.</summary>
    /// <exception cref="ScheduleFailedException">It has failed.</exception>
    public ScheduleTrace Seed(ulong seed) => Once(new RandomWalk().Restart(seed), seed);

    /// <summary>Does one schedule again, choice by choice.</summary>
    /// <exception cref="ScheduleFailedException">It has failed.</exception>
    public ScheduleTrace Replay(string schedule) => Once(new GivenChoices(ScheduleTrace.Parse(schedule)), 0);

    private SearchResult Search(Func<ulong, (ISchedulingStrategy Strategy, ulong Seed)?> next)
    {
        using var bench = new Bench(scenario);
        var watch = Stopwatch.StartNew();
        var distinct = new HashSet<ulong>();
        var count = 0;
        for (; next((ulong)count) is { } attempt; count++)
        {
            bench.Run(attempt.Strategy, attempt.Seed);
            distinct.Add(bench.Trace.Fingerprint);
        }

        return new SearchResult(count, distinct.Count, (int)(count / watch.Elapsed.TotalSeconds));
    }

    private ScheduleTrace Once(ISchedulingStrategy strategy, ulong seed)
    {
        using var bench = new Bench(scenario);
        bench.Run(strategy, seed);
        return bench.Trace;
    }

    /// <summary>A runtime whose threads one scheduler controls.</summary>
    private sealed class Bench : IDisposable
    {
        private readonly Func<RuntimeState, Race> scenario;
        private readonly DeterministicScheduler scheduler = new();
        private readonly RuntimeState runtime;

        public Bench(Func<RuntimeState, Race> scenario)
        {
            this.scenario = scenario;
            runtime = RuntimeState.Initialize(new RuntimeOptions { Seam = scheduler, Clock = scheduler.Clock });
        }

        public ScheduleTrace Trace => scheduler.Trace;

        public void Run(ISchedulingStrategy strategy, ulong seed)
        {
            try
            {
                scheduler.Run(scenario(runtime), strategy);
            }
            catch (Exception error)
            {
                throw Failed(error, seed);
            }
        }

        // After a failure the runtime may be in any state; then it is left to the garbage collector.
        public void Dispose() => scheduler.Dispose();

        private ScheduleFailedException Failed(Exception error, ulong seed) => new(
            $"""
            {error.GetType().Name}: {error.Message}
            The schedule was{(seed == 0 ? "" : $" that of seed {seed}")}: {Trace.Schedule}
            To see it again, run this one test with EXPLICIT_CONTEXT_SCHEDULE="{Trace.Schedule}"{(seed == 0 ? "" : $" or EXPLICIT_CONTEXT_SEED={seed}")}.
            What happened:{Trace}
            """,
            seed,
            Trace.Schedule,
            error);
    }
}

/// <summary>How far a search has come without a failure.</summary>
/// <param name="Schedules">How many schedules were done.</param>
/// <param name="Distinct">How many of them differ.</param>
/// <param name="PerSecond">How fast.</param>
internal sealed record SearchResult(int Schedules, int Distinct, int PerSecond);
