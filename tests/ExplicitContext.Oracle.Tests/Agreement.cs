using ExplicitContext.Oracle.Tests.Comparison;

namespace ExplicitContext.Oracle.Tests;

/// <summary>Compares a code base for every accessor that its sources name.</summary>
internal static class Agreement
{
    /// <summary>Writes the counts to the test's output, and fails on a difference that nothing explains.</summary>
    public static IReadOnlyList<ComparisonResult> Of(Comparison.Comparison comparison, Xunit.Abstractions.ITestOutputHelper output)
    {
        var results = comparison.Source.Accessors.Select(comparison.Compare).ToArray();
        foreach (var result in results)
            output.WriteLine(result.ToString());
        Assert.All(results, result => Assert.True(result.InBuilt > 0, result.ToString()));
        Assert.Equal("", string.Join('\n', results.Where(result => result.Unexplained.Count > 0)));
        return results;
    }
}
