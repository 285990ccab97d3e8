using ExplicitContext.Model.Configuration;
using ExplicitContext.Model.Incremental;
using ExplicitContext.Model.Reach;
using ExplicitContext.Model.Reach.Inference;
using ExplicitContext.Testing;
using ExplicitContext.Testing.Constructs;
using Microsoft.CodeAnalysis.CSharp;

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

        Assert.Equal(Walked(compilation), Inferred(compilation));
    }

    private static IEnumerable<string> Walked(CSharpCompilation compilation)
    {
        var contexts = Models.Of(compilation);
        var summaries = compilation.SyntaxTrees.Select(tree => TreeSummarizer.Summarize(compilation.GetSemanticModel(tree), contexts, CancellationToken.None));
        var graph = ReachGraph.Build(summaries.Select(summary => summary with
        {
            Dispatch = new([.. summary.Dispatch.Items.Where(edge => edge.DeclaredKey.StartsWith("Test/", StringComparison.Ordinal))]),
        }));
        return Probes(graph.Reach("Test/F:Engine.Current", DispatchMode.Virtual).Members.Keys);
    }

    private static IEnumerable<string> Inferred(CSharpCompilation compilation)
    {
        var tables = new ReachInference(new TreeFactsTable(), new ReferenceFactsTable(), new BindingTable(null))
            .Infer(compilation, ContextConfiguration.Parse([]), CancellationToken.None);
        return Probes(tables.Carried.Items.Concat(tables.Local.Items).SelectMany(table => table.Read("Test")).Select(line => line.Key));
    }

    private static IEnumerable<string> Probes(IEnumerable<string> keys) =>
        keys.Where(key => key.Split('(')[0] is var member && member[(member.LastIndexOf('.') + 1)..][0] is 'M' or 'N').Distinct().Order(StringComparer.Ordinal);
}
