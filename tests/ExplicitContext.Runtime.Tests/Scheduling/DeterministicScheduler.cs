using System.Collections.Concurrent;

namespace ExplicitContext.Runtime.Tests;

/// <summary>
/// Lets one thread run at a time, and lets a strategy choose, wherever threads meet, which one goes on. The same choices give the same run.
/// Memory is sequentially consistent here; what depends on weaker orders is for the stress tests to find.
/// </summary>
internal sealed class DeterministicScheduler : ISchedulingSeam, IDisposable
{
    public const int MostThreads = 32;

    /// <summary>More steps than this, and threads keep each other busy without getting anywhere.</summary>
    private const int MostSteps = 20_000;

    // Threads of the operating system are dear, so the same ones serve all schedules.
    private readonly int processor = Thread.GetCurrentProcessorId();
    private readonly List<PooledThread> pool = [];
    private readonly ConcurrentDictionary<Thread, ControlledThread> starting = new();
    private readonly List<ControlledThread> threads = [];
    private readonly Choice[] options = new Choice[2 * MostThreads];
    private readonly Turn driver = new();
    private ISchedulingStrategy strategy = null!;
    private Race race = null!;
    private volatile ControlledThread? running;
    private Exception? failure;

    public VirtualClock Clock { get; } = new();

    public ScheduleTrace Trace { get; } = new();

    /// <summary>Runs all threads to their end.</summary>
    /// <exception cref="BrokenScheduleException">They cannot come to an end.</exception>
    /// <remarks>What a thread throws comes out. After a failure what the threads worked on is in no state to be used.</remarks>
    public void Run(Race race, ISchedulingStrategy strategy)
    {
        this.race = race;
        this.strategy = strategy;
        Trace.Clear();
        threads.Clear();
        failure = null;
        foreach (var body in race.Threads)
        {
            if (threads.Count == pool.Count) pool.Add(new PooledThread(this));
            threads.Add(pool[threads.Count].Prepare(threads.Count, body));
        }

        Pass();
        if (!driver.Await(Harness.Patience))
        {
            // Its threads cannot be told to end; they are in the background.
            pool.Clear();
            throw new BrokenScheduleException($"Thread {running?.Index} has blocked, or runs on, where the scheduler does not see it.");
        }

        if (failure is not null) throw failure;
        race.Check?.Invoke();
    }

    public void Dispose()
    {
        foreach (var thread in pool) thread.Stop();
    }

    public void Point(string place)
    {
        if (Self is not { } self) return;
        LeaveIfFailed(self);
        Trace.Add(self.Index, place);
        if (Trace.Steps.Count > MostSteps) Fail(new BrokenScheduleException($"No end after {MostSteps} steps: the threads get nowhere, or do too much for one schedule."));
        LeaveIfFailed(self);
        if (PickNext(self) is not { } next || next == self) return;
        running = next;
        next.Turn.Give();
        self.Turn.Await();
        LeaveIfFailed(self);
    }

    public bool Park(Waiter waiter, TimeSpan timeout)
    {
        if (Self is not { } self) throw new BrokenScheduleException("A thread waits that takes no part in the schedule: nobody is left to wake it.");
        LeaveIfFailed(self);
        if (timeout == TimeSpan.Zero) return false;
        Trace.Add(self.Index, "park");
        var deadline = timeout == Timeout.InfiniteTimeSpan ? long.MaxValue : Clock.GetTimestamp() + timeout.Ticks;
        self.Park(waiter, deadline);
        Pass();
        self.Turn.Await();
        LeaveIfFailed(self);
        return Clock.GetTimestamp() < deadline;
    }

    public void Unpark(Waiter waiter)
    {
        foreach (var thread in threads)
        {
            if (thread.ParkedOn == waiter) thread.Unpark();
        }
    }

    public void Starting(Thread thread)
    {
        if (Self is null) return;
        var started = new ControlledThread(thread, isPooled: false).Restart(threads.Count);
        threads.Add(started);
        starting[thread] = started;
    }

    public void Started()
    {
        if (!starting.TryRemove(Thread.CurrentThread, out var self)) return;
        Processor.Keep(processor);
        self.Turn.Await();
    }

    public void Ended()
    {
        if (Self is { } self) End(self);
    }

    private ControlledThread? Self => running is { } thread && thread.Thread == Thread.CurrentThread ? thread : null;

    /// <summary>Takes a thread out of a schedule that has failed.</summary>
    private void LeaveIfFailed(ControlledThread self)
    {
        if (failure is null) return;
        if (self.IsPooled) throw new ScheduleAbortedException();

        // An exception on a thread that the runtime started could end the process, so it stops here for good; it is in the background.
        self.End();
        Pass();
        Thread.Sleep(Timeout.Infinite);
    }

    private void Fail(Exception error) => failure ??= error;

    private void End(ControlledThread self)
    {
        self.End();
        Trace.Add(self.Index, "end");
        Pass();
    }

    /// <summary>Hands the turn on, from somebody who cannot go on.</summary>
    private void Pass()
    {
        var next = PickNext(null);
        running = next;
        (next?.Turn ?? driver).Give();
    }

    /// <summary>Who goes on; null where all have ended.</summary>
    private ControlledThread? PickNext(ControlledThread? self)
    {
        var count = failure is null ? CollectOptions(self) : 0;
        if (count == 0)
        {
            var left = threads.Where(thread => !thread.HasEnded).ToList();
            if (left.Count == 0) return null;
            Fail(new BrokenScheduleException($"Deadlock: no thread can go on. Parked for ever: {string.Join(", ", left.Select(thread => thread.Index))}."));

            // The others are sent home, one after the other.
            return left.Find(thread => thread.IsPooled);
        }

        var choice = options[0];
        if (choice.IsTimeout && race.WhenIdle?.Invoke() is { } wrong) Fail(new BrokenScheduleException(wrong));
        if (count > 1)
        {
            choice = Choose(count, self is not null);
            Trace.Add(choice);
        }

        var chosen = threads[choice.Thread];
        if (choice.IsTimeout)
        {
            Trace.Add(choice.Thread, "timeout");
            Clock.AdvanceTo(chosen.Deadline);
            chosen.Unpark();
        }

        chosen.Begin();
        return chosen;
    }

    private Choice Choose(int count, bool canStay)
    {
        try
        {
            return options[strategy.Choose(options.AsSpan(0, count), canStay)];
        }
        catch (InvalidOperationException error)
        {
            Fail(error);
            return options[0];
        }
    }

    private int CollectOptions(ControlledThread? self)
    {
        var count = 0;
        var fresh = 0;
        if (self is not null) options[count++] = new Choice(self.Index, false);
        foreach (var thread in threads)
        {
            if (thread == self || !thread.CanGoOn) continue;
            if (race.AreAlike && !thread.HasBegun && fresh++ > 0) continue;
            options[count++] = new Choice(thread.Index, false);
        }

        foreach (var thread in threads)
        {
            if (thread.CanTimeOut) options[count++] = new Choice(thread.Index, true);
        }

        return count;
    }

    /// <summary>A thread that runs one body after the other.</summary>
    private sealed class PooledThread
    {
        private readonly DeterministicScheduler scheduler;
        private readonly ControlledThread controlled;
        private Action? body;

        public PooledThread(DeterministicScheduler scheduler)
        {
            this.scheduler = scheduler;
            var thread = new Thread(Main) { IsBackground = true };
            controlled = new ControlledThread(thread, isPooled: true);
            thread.Start();
        }

        public ControlledThread Prepare(int index, Action body)
        {
            this.body = body;
            return controlled.Restart(index);
        }

        public void Stop()
        {
            body = null;
            controlled.Turn.Give();
        }

        private void Main()
        {
            Processor.Keep(scheduler.processor);
            controlled.Turn.Await();
            while (body is not null)
            {
                try
                {
                    if (scheduler.failure is null) body();
                }
                catch (ScheduleAbortedException)
                {
                }
                catch (Exception error)
                {
                    scheduler.Fail(error);
                }

                scheduler.End(controlled);
                controlled.Turn.Await();
            }
        }
    }
}
