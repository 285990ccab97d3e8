using System.Diagnostics;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit.Abstractions;

namespace ExplicitContext.Analyzers.Tests.Baseline;

/// <summary>What a baseline of thousands of entries costs.</summary>
public sealed class CostTests(ITestOutputHelper output)
{
    private const int Members = 2_000;

    [Fact]
    public async Task ThousandsOfEntries_CostAFractionOfTheAnalysis()
    {
        var source = string.Concat(Enumerable.Range(0, Members / 10).Select(type =>
            $"class C{type} {{ {string.Concat(Enumerable.Range(0, 10).Select(member => $"int M{member}() => Engine.Current.Seed; "))}}}\n"));
        var clean = EngineProject.With(source);
        var recorded = await BaselineRun.RecordAsync(clean);
        var dirtyAgain = string.Concat(Enumerable.Range(0, Members).Select(i => $"ECTX1002 M:C{i / 10}.Gone{i} P:Engine.Current\n"));

        var without = await MeasureAsync(clean, expectedStale: 0);
        var with = await MeasureAsync(BaselineRun.With(clean, recorded), expectedStale: 0);
        var stale = await MeasureAsync(BaselineRun.With(clean, recorded + dirtyAgain), expectedStale: Members);

        output.WriteLine($"{Members} findings: {without} ms without a baseline, {with} ms with {Members} entries, {stale} ms with as many stale ones besides.");
        Assert.Equal(Members, recorded.Count(character => character == '\n'));
        Assert.True(with < 2 * without + 500, $"{with} ms with a baseline, {without} ms without.");
        Assert.True(stale < 3 * without + 1_000, $"{stale} ms with stale entries, {without} ms without a baseline.");
    }

    private static async Task<long> MeasureAsync(TestProject project, int expectedStale)
    {
        var best = long.MaxValue;
        for (var round = 0; round < 3; round++)
        {
            var opened = project.ToProject();
            var compilation = (await opened.GetCompilationAsync())!;
            compilation.GetDiagnostics();
            var watch = Stopwatch.StartNew();
            var diagnostics = await compilation.WithAnalyzers(BaselineRun.Analyzers, opened.AnalyzerOptions).GetAnalyzerDiagnosticsAsync();
            best = Math.Min(best, watch.ElapsedMilliseconds);
            Assert.Equal(expectedStale, diagnostics.Count(diagnostic => diagnostic.Id == "ECTX0004"));
            Assert.Equal(Members, diagnostics.Count(diagnostic => diagnostic.Id == "ECTX1002"));
        }

        return best;
    }
}
