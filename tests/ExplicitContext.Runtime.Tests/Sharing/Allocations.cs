namespace ExplicitContext.Runtime.Tests;

/// <summary>Bytes that an action allocates once everything around it is warm.</summary>
internal static class Allocations
{
    public static long Of(Action action)
    {
        for (var i = 0; i < 100; i++) action();
        var least = long.MaxValue;
        for (var i = 0; i < 20; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            action();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
