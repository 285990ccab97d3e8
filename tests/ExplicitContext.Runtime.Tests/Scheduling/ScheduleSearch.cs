using System.Diagnostics;
using System.Globalization;

namespace ExplicitContext.Runtime.Tests;

/// <summary>Looks for a schedule under which a scenario fails.</summary>
/// <param name="scenario">
/// Makes what is to run anew for every schedule: with interpreters of its own, so that no schedule knows of another. It may depend on the seed, which is
/// 0 where there is none.
/// </param>
internal sealed class ScheduleSearch(Func<RuntimeState, ulong, Race> scenario)
{
    public const int Schedules = 10_000;

    private const ulong FirstSeed = 1;

    public ScheduleSearch(Func<RuntimeState, Race> scenario)
        : this((runtime, _) => scenario(runtime))
    {
    }

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
    /// <param name="schedule">From <see cref="ScheduleFailedException.Schedule"/>: "#" and the seed, if there was one, and the choices.</param>
    /// <exception cref="ScheduleFailedException">It has failed.</exception>
    public ScheduleTrace Replay(string schedule)
    {
        var seed = 0UL;
        if (schedule.StartsWith('#'))
        {
            var parts = schedule.Split(' ', 2);
            seed = ulong.Parse(parts[0].AsSpan(1), CultureInfo.InvariantCulture);
            schedule = parts.Length == 1 ? "" : parts[1];
        }

        return Once(new GivenChoices(ScheduleTrace.Parse(schedule)), seed);
    }

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
        private readonly Func<RuntimeState, ulong, Race> scenario;
        private readonly DeterministicScheduler scheduler = new();
        private readonly RuntimeState runtime;

        public Bench(Func<RuntimeState, ulong, Race> scenario)
        {
            this.scenario = scenario;
            runtime = RuntimeState.Initialize(new RuntimeOptions { Seam = scheduler, Clock = scheduler.Clock });
        }

        public ScheduleTrace Trace => scheduler.Trace;

        public void Run(ISchedulingStrategy strategy, ulong seed)
        {
            try
            {
                scheduler.Run(scenario(runtime, seed), strategy);
            }
            catch (Exception error)
            {
                throw Failed(error, seed);
            }
        }

        // After a failure the runtime may be in any state; then it is left to the garbage collector.
        public void Dispose() => scheduler.Dispose();

        private ScheduleFailedException Failed(Exception error, ulong seed)
        {
            var schedule = seed == 0 ? Trace.Schedule : $"#{seed} {Trace.Schedule}";
            var message =
                $"""
                {error.GetType().Name}: {error.Message}
                To see it again, run this one test with EXPLICIT_CONTEXT_SCHEDULE="{schedule}"{(seed == 0 ? "" : $", or with EXPLICIT_CONTEXT_SEED={seed}")}.
                What happened:{Trace}
                Where it showed:
                {error.StackTrace}
                """;
            return new ScheduleFailedException(message, seed, schedule, error);
        }
    }
}

/// <summary>How far a search has come without a failure.</summary>
/// <param name="Schedules">How many schedules were done.</param>
/// <param name="Distinct">How many of them differ.</param>
/// <param name="PerSecond">How fast.</param>
internal sealed record SearchResult(int Schedules, int Distinct, int PerSecond);
