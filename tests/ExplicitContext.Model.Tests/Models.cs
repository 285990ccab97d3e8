using ExplicitContext.Model.Configuration;
using ExplicitContext.Model.Reach;
using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ExplicitContext.Model.Tests;

/// <summary>Models of small compilations.</summary>
internal static class Models
{
    public static ContextModel Of(CSharpCompilation compilation, string configuration = "") =>
        ContextModel.Create(compilation, ContextConfiguration.Parse([new("ExplicitContext.txt", configuration)]), CancellationToken.None);

    public static ReachGraph Graph(IEnumerable<SyntaxTree> order, ContextModel contexts) => ReachGraph.Build(
        order.Select(tree => TreeSummarizer.Summarize(contexts.Compilation.GetSemanticModel(tree), contexts, CancellationToken.None)));
}
