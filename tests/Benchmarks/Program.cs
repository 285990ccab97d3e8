using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using Benchmarks.Bars;
using Benchmarks.Measuring;
using Benchmarks.Tenants;

switch (args)
{
    case ["bars", .. var wanted]:
        return new Report(Console.Out, Console.Error).Print(AllBars.Create(), wanted);
    case ["micro", .. var options]:
        return Micro.Run(options);
    case ["tenant"]:
        Child.Serve();
        return 0;
    case ["alive", var kind, var count]:
        Child.KeepAlive(kind, int.Parse(count, System.Globalization.CultureInfo.InvariantCulture));
        return 0;
    default:
        Console.Error.WriteLine("""
            bars [B1 B7 ...]   measures the bars of the runtime, all or some, beside what one would use instead; prints one Markdown table
            micro [options]    runs BenchmarkDotNet over the costs of single operations; --filter '*' for all, --list flat for their names
            """);
        return 2;
}

/// <summary>Kept apart so that a tenant's process does not load BenchmarkDotNet.</summary>
internal static class Micro
{
    public static int Run(string[] options)
    {
        // Short, since ratios within one run are what counts: all of it takes a few minutes.
        var job = Job.Default.WithWarmupCount(4).WithIterationCount(8).WithIterationTime(Perfolizer.Horology.TimeInterval.FromMilliseconds(150));
        var config = DefaultConfig.Instance.AddJob(job.AsDefault()).AddDiagnoser(MemoryDiagnoser.Default);
        var summaries = BenchmarkSwitcher.FromAssembly(typeof(Micro).Assembly).Run(options.Length == 0 ? ["--filter", "*"] : options, config);
        return summaries.All(summary => !summary.HasCriticalValidationErrors && summary.Reports.All(report => report.Success)) ? 0 : 1;
    }
}
