using ExplicitContext.Model.Configuration;
using ExplicitContext.Model.Incremental;
using ExplicitContext.Model.Reach;
using ExplicitContext.Model.Reach.Inference;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis.CSharp;

namespace ExplicitContext.Model.Tests.Reach;

/// <summary>Who reaches <c>Engine.Current</c>, by a walk over everything and by the inference, of the members called M or N.</summary>
internal static class Inferences
{
    public static IEnumerable<string> Walked(CSharpCompilation compilation)
    {
        var contexts = Models.Of(compilation);
        var summaries = compilation.SyntaxTrees.Select(tree => TreeSummarizer.Summarize(compilation.GetSemanticModel(tree), contexts, CancellationToken.None));
        var graph = ReachGraph.Build(summaries.Select(summary => summary with
        {
            Dispatch = new([.. summary.Dispatch.Items.Where(edge => edge.DeclaredKey.StartsWith("Test/", StringComparison.Ordinal))]),
        }));
        return Probes(graph.Reach("Test/F:Engine.Current", DispatchMode.Virtual).Members.Keys);
    }

    public static IEnumerable<string> Inferred(CSharpCompilation compilation)
    {
        var tables = new ReachInference(new TreeFactsTable(), new ReferenceFactsTable(), new BindingTable(null)).Infer(compilation, ContextConfiguration.Parse([]), CancellationToken.None);
        return Probes(tables.Carried.Items.Concat(tables.Local.Items).SelectMany(table => table.Read("Test")).Select(line => line.Key));
    }

    /// <summary>The name of a member, without what it takes.</summary>
    public static string NameOf(string key) => key.Split('(')[0] is var member ? member[(member.LastIndexOf('.') + 1)..].Split('`')[0] : "";

    private static IEnumerable<string> Probes(IEnumerable<string> keys) => keys.Where(key => NameOf(key)[0] is 'M' or 'N').Distinct().Order(StringComparer.Ordinal);
}
