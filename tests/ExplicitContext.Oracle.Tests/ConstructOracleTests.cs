using ExplicitContext.Oracle.Tests.Comparison;
using ExplicitContext.Testing;
using ExplicitContext.Testing.Constructs;

namespace ExplicitContext.Oracle.Tests;

/// <summary>In the small program of each construct, built code and sources say the same of every member, not only of the ones that the program is about.</summary>
public class ConstructOracleTests
{
    public static TheoryData<string> Names => new(AllConstructs.Supported.Select(construct => construct.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void SourcesAndBuiltCode_Agree(string name)
    {
        var construct = AllConstructs.Supported.Single(candidate => candidate.Name == name);
        using var comparison = new Comparison.Comparison(new CodeBase([TestCompilation.Create(Construct.World, construct.Source)]));

        var result = comparison.Compare("Test/F:Engine.Current");

        Assert.True(result.InBuilt > 0);
        Assert.True(result.Unexplained.Count == 0, result.ToString());
    }
}
