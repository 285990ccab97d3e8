using System.Globalization;
using System.Runtime;
using System.Runtime.InteropServices;

namespace Benchmarks.Measuring;

/// <summary>Where and when figures were taken.</summary>
internal static class Machine
{
    /// <summary>Processor, system, runtime, date and load, in one line.</summary>
    public static string Describe() => string.Join(" · ",
        $"{Environment.ProcessorCount} cores {Processor()}",
        RuntimeInformation.OSDescription,
        $"{RuntimeInformation.FrameworkDescription} {RuntimeInformation.ProcessArchitecture}",
        GCSettings.IsServerGC ? "server GC" : "workstation GC",
        DateTime.UtcNow.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture));

    /// <summary>How many threads of the whole machine wanted to run in the last minute, or "unknown".</summary>
    public static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    private static string Processor()
    {
        const string cpuInfo = "/proc/cpuinfo";
        var line = File.Exists(cpuInfo) ? File.ReadLines(cpuInfo).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line?.Split(':', 2)[1].Trim() ?? "of unknown make";
    }
}
