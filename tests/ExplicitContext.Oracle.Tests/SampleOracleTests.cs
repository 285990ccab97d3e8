using ExplicitContext.Oracle.Tests.Comparison;

namespace ExplicitContext.Oracle.Tests;

/// <summary>
/// The samples, loaded and built by the test; and, by hand, whatever else: the variable <c>EXPLICIT_CONTEXT_ORACLE</c> lists projects or
/// solutions, separated by semicolons, each with an <c>ExplicitContext.txt</c> beside it.
/// </summary>
public class SampleOracleTests(Xunit.Abstractions.ITestOutputHelper output)
{
    [Theory]
    [MemberData(nameof(Projects))]
    public async Task SourcesAndBuiltCode_Agree(string project)
    {
        using var comparison = new Comparison.Comparison(await CodeBases.LoadAsync(Path.Combine(Repository.Root, "samples", project)));

        Assert.NotEmpty(Agreement.Of(comparison, output));
    }

    public static TheoryData<string> Projects => new(
        new[] { "MiniScript.Legacy/MiniScript.Legacy.csproj", "MiniScript/MiniScript.csproj" }
            .Concat((Environment.GetEnvironmentVariable("EXPLICIT_CONTEXT_ORACLE") ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries)));
}
