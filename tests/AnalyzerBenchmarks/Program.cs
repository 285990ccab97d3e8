using AnalyzerBenchmarks.Builds;
using AnalyzerBenchmarks.Generation;
using AnalyzerBenchmarks.Rules;

return args switch
{
    ["rules", .. var options] => RuleCosts.Run(options),
    ["peers", .. var options] => await PeerComparison.RunAsync(options),
    ["overhead", var project, var configuration, .. var options] => await Overhead.RunAsync(project, configuration, options),
    ["generation", .. var peers] => GenerationCosts.Run(peers),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        rules [options]                    runs BenchmarkDotNet over every rule: where it finds something, and where it does not; --filter, --list
        peers [PROJECT CONFIG] [RUNS]      one build of a project, or of generated code, with other people's analyzers beside ours; the compiler's own report of their times
        overhead PROJECT CONFIG [RUNS]     compiles a project without the package, with it and nothing configured, and with CONFIG as ExplicitContext.txt
        generation [PEER_DLL]              what the first run of the overload generator costs, and each kind of edit, at 1,000 and 10,000 methods
        """);
    return 2;
}
