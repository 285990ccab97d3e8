using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ExplicitContext.Generators.Tests;

/// <summary>All that the overload generator writes, as one text.</summary>
internal static class GeneratedText
{
    /// <summary>What a generator that has never run before writes.</summary>
    public static string Cold(CSharpCompilation compilation) =>
        Of(CSharpGeneratorDriver.Create([new ContextOverloadGenerator().AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions).RunGenerators(compilation));

    /// <summary>What the last run wrote.</summary>
    public static string Of(GeneratorDriver driver)
    {
        var result = driver.GetRunResult().Results.Single();
        return result.Exception is { } thrown ? throw new InvalidOperationException("The generator failed.", thrown)
            : string.Join("\n", result.GeneratedSources.Select(source => $"// {source.HintName}\n{source.SourceText}"));
    }
}
