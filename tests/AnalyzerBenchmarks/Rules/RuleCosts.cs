using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AnalyzerBenchmarks.Rules;

/// <summary>Every rule over a hundred files in each of which it finds something, and over a hundred in which it does not, beside an analyzer that does nothing.</summary>
public class RuleCosts
{
    private CSharpCompilation hits = null!;
    private CSharpCompilation misses = null!;
    private DiagnosticAnalyzer rule = null!;

    /// <summary>The rules.</summary>
    public static IEnumerable<string> Rules => RuleSubject.Ids;

    [ParamsSource(nameof(Rules))]
    public string Rule { get; set; } = "";

    [GlobalSetup]
    public void Prepare()
    {
        hits = RuleSubject.Hits(Rule);
        misses = RuleSubject.Misses();
        rule = RuleSubject.AnalyzerOf(Rule);
        if (Hit() == 0)
            throw new InvalidOperationException($"{Rule} finds nothing in its own sample, so there is nothing to measure.");
    }

    [Benchmark]
    public int Hit() => Count(hits, rule);

    [Benchmark]
    public int NothingOnHits() => Count(hits, new NothingAnalyzer());

    [Benchmark]
    public int NoHit() => Count(misses, rule);

    [Benchmark(Baseline = true)]
    public int NothingOnNoHits() => Count(misses, new NothingAnalyzer());

    internal static int Run(string[] options)
    {
        // Roslyn is loaded and compiled once, in this process: ratios within the run are what counts.
        var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(3).WithIterationCount(8);
        var config = DefaultConfig.Instance.AddJob(job.AsDefault()).WithOptions(ConfigOptions.JoinSummary);
        var summaries = BenchmarkSwitcher.FromAssembly(typeof(RuleCosts).Assembly).Run(options.Length == 0 ? ["--filter", "*"] : options, config);
        return summaries.All(summary => !summary.HasCriticalValidationErrors && summary.Reports.All(report => report.Success)) ? 0 : 1;
    }

    // A clone has bound nothing yet; its trees are parsed.
    private static int Count(CSharpCompilation compilation, DiagnosticAnalyzer analyzer) =>
        compilation.Clone().WithAnalyzers([analyzer]).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult().Length;
}
