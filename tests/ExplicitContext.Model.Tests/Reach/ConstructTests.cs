using ExplicitContext.Model.Reach;
using ExplicitContext.Testing;
using ExplicitContext.Testing.Constructs;

namespace ExplicitContext.Model.Tests.Reach;

/// <summary>Every construct that calls a member is followed, and its twin that calls none is not.</summary>
public class ConstructTests
{
    public static TheoryData<string> Names => new(AllConstructs.Supported.Select(construct => construct.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Construct_ReachesWhatItCalls_AndNothingElse(string name)
    {
        var construct = AllConstructs.Supported.Single(candidate => candidate.Name == name);
        var compilation = TestCompilation.Create(Construct.World, construct.Source);
        Assert.Equal("", TestCompilation.ErrorsOf(compilation));
        var graph = Models.Graph(compilation.SyntaxTrees, Models.Of(compilation));
        var reach = graph.Reach("Test/F:Engine.Current", DispatchMode.Virtual);

        var probes = graph.Members.Where(member => NameOf(member)[0] is 'M' or 'N' && !NameOf(member).StartsWith("MoveNext", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(probes);
        Assert.Equal(
            probes.Where(member => NameOf(member)[0] == 'M').Select(member => member.DisplayName).Distinct(),
            probes.Where(member => reach.Members.ContainsKey(member.Key)).Select(member => member.DisplayName).Distinct());
    }

    private static string NameOf(MemberSummary member) => member.DisplayName[(member.DisplayName.LastIndexOf('.') + 1)..];
}
