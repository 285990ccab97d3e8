using ExplicitContext.Testing;
using ExplicitContext.Testing.Constructs;

namespace ExplicitContext.Model.Tests.Reach;

/// <summary>
/// The generator binds only what its look at names finds. In the program of each construct it infers what a walk over everything does, but for what
/// only an override of a member of the framework leads to.
/// </summary>
public class InferredConstructTests
{
    public static TheoryData<string> Names => new(AllConstructs.Supported.Select(construct => construct.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Inference_FindsWhatAWalkOverEverythingFinds(string name)
    {
        var construct = AllConstructs.Supported.Single(candidate => candidate.Name == name);
        var compilation = TestCompilation.Create(Construct.World, construct.Source);
        Assert.Equal("", TestCompilation.ErrorsOf(compilation));

        Assert.Equal(Inferences.Walked(compilation), Inferences.Inferred(compilation));
    }
}
