using ExplicitContext.Model;
using ExplicitContext.Model.Configuration;
using ExplicitContext.Model.Reach;
using ExplicitContext.Model.Reach.Carrying;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ExplicitContext.Generators.Tests.Reach;

/// <summary>Runs that start with nothing known.</summary>
internal static class ReachRuns
{
    /// <summary>What a generator that has seen nothing before writes for a compilation.</summary>
    public static string Cold(Compilation compilation) =>
        TextOf(CSharpGeneratorDriver.Create([new ReachGenerator().AsSourceGenerator()], parseOptions: (CSharpParseOptions)compilation.SyntaxTrees.First().Options).RunGenerators(compilation));

    /// <summary>What a driver has written; a generator's exception is rethrown.</summary>
    public static string TextOf(GeneratorDriver driver)
    {
        var result = driver.GetRunResult().Results.Single();
        return result.Exception is null ? string.Concat(result.GeneratedSources.Select(source => source.SourceText.ToString())) : throw new InvalidOperationException("The generator failed.", result.Exception);
    }

    /// <summary>The members that are in the tables of a driver.</summary>
    public static IEnumerable<string> ReachedBy(Compilation compilation, GeneratorDriver driver)
    {
        driver.RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        return
        [
            .. from attribute in output.Assembly.GetAttributes()
               where attribute.AttributeClass!.Name is "AmbientReachAttribute" or "LocalAmbientReachAttribute"
               from line in new ReachTable((string)attribute.ConstructorArguments[0].Value!, (string)attribute.ConstructorArguments[1].Value!).Read("Test")
               where !line.IsDispatched
               orderby line.Key
               select line.Key,
        ];
    }

    /// <summary>The members that reach the accessor, where nothing is left out.</summary>
    public static IEnumerable<string> ByBindingEverything(CSharpCompilation compilation)
    {
        var contexts = ContextModel.Create(compilation, ContextConfiguration.Empty, CancellationToken.None);
        var graph = ReachGraph.Build(compilation.SyntaxTrees.Select(tree => TreeSummarizer.Summarize(compilation.GetSemanticModel(tree), contexts, CancellationToken.None)));
        return graph.Reach("Test/P:Sample.Engine.Current", DispatchMode.Virtual).Members.Values
            .Where(reached => !reached.Member.IsBoundary)
            .Select(reached => reached.Member.Key)
            .Order();
    }
}
