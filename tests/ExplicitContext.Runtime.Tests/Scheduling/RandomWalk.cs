namespace ExplicitContext.Runtime.Tests;

/// <summary>
/// Random, in two ways that find different bugs: now a walk that stays with a thread more or less often, now priorities that change at a few
/// places, which drives one thread far ahead of the others.
/// </summary>
/// <remarks>
/// Source for the priorities: Burckhardt, Kothari, Musuvathi and Nagarakatte, A randomized scheduler with probabilistic guarantees of finding bugs
/// (ASPLOS 2010).
/// </remarks>
internal sealed class RandomWalk : ISchedulingStrategy
{
    private const int MostChanges = 5;

    private readonly int[] changes = new int[MostChanges];
    private readonly int[] priorities = new int[DeterministicScheduler.MostThreads];
    private Prng random;
    private bool byPriority;
    private int stay;
    private int timeouts;
    private int step;

    /// <summary>Starts again with another seed, of which alone all choices follow.</summary>
    public RandomWalk Restart(ulong seed)
    {
        random = new Prng(seed);
        byPriority = random.OnceIn(2);
        stay = 1 << random.Below(4);
        timeouts = 4 << random.Below(4);
        step = 0;
        var length = 8 << random.Below(5);
        for (var i = 0; i < changes.Length; i++) changes[i] = random.Below(length);
        for (var i = 0; i < priorities.Length; i++) priorities[i] = MostChanges + random.Below(1 << 20);
        return this;
    }

    public int Choose(ReadOnlySpan<Choice> options, bool canStay)
    {
        var ready = 0;
        while (ready < options.Length && !options[ready].IsTimeout) ready++;
        if (ready == 0 || (ready < options.Length && random.OnceIn(timeouts))) return ready + random.Below(options.Length - ready);
        return byPriority ? Highest(options[..ready]) : canStay && !random.OnceIn(stay) ? 0 : random.Below(ready);
    }

    private int Highest(ReadOnlySpan<Choice> options)
    {
        var change = Array.IndexOf(changes, step++);
        if (change >= 0) priorities[options[0].Thread] = change;
        var best = 0;
        for (var i = 1; i < options.Length; i++)
        {
            if (priorities[options[i].Thread] > priorities[options[best].Thread]) best = i;
        }

        return best;
    }
}
