using System.Runtime.CompilerServices;
using ExplicitContext.Oracle.Tests.Comparison;

namespace ExplicitContext.Oracle.Tests;

/// <summary>The samples, loaded and built by the test.</summary>
public class SampleOracleTests(Xunit.Abstractions.ITestOutputHelper output)
{
    [Theory]
    [InlineData("MiniScript.Legacy", 2)]
    [InlineData("MiniScript", 2)]
    public async Task Sample_Agrees(string sample, int accessors)
    {
        using var comparison = new Comparison.Comparison(await CodeBases.LoadAsync(Path.Combine(Samples(), sample, sample + ".csproj")));

        Assert.Equal(accessors, Agreement.Of(comparison, output).Count);
    }

    private static string Samples([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../samples"));
}
