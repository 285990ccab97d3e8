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
}
