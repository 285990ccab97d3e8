using System.Runtime.InteropServices;

namespace ExplicitContext.Runtime.Tests;

/// <summary>
/// Keeps threads that hand the turn to each other on one processor: waking a thread there costs half of waking it on another one that has fallen idle.
/// Where the system does not let it, they run anywhere, only slower.
/// </summary>
internal static partial class Processor
{
    /// <summary>Keeps the calling thread, which must be one of ours, on a processor for as long as it lives.</summary>
    /// <param name="number">As <see cref="Thread.GetCurrentProcessorId"/> counts.</param>
    public static void Keep(int number)
    {
        if (!OperatingSystem.IsLinux() || number is < 0 or >= 64) return;
        var mask = 1UL << number;
        _ = SetAffinity(thread: 0, sizeof(ulong), ref mask);
    }

    [LibraryImport("libc", EntryPoint = "sched_setaffinity")]
    private static partial int SetAffinity(int thread, nint size, ref ulong mask);
}
