namespace ExplicitContext.Runtime.Tests;

/// <summary>Random numbers that are the same for the same seed in every version of .NET, and cost nothing to start.</summary>
/// <remarks>Source: Steele, Lea and Flood, Fast splittable pseudorandom number generators (2014): SplitMix64.</remarks>
internal struct Prng(ulong seed)
{
    private ulong state = seed;

    public ulong Next()
    {
        var mixed = state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>A number from 0 to below a bound.</summary>
    public int Below(int bound) => (int)(Next() % (ulong)bound);

    /// <summary>True once in so many times.</summary>
    public bool OnceIn(int times) => Below(times) == 0;
}
