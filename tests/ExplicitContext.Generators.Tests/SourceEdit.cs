using ExplicitContext.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ExplicitContext.Generators.Tests;

/// <summary>A change to the text of one file.</summary>
/// <param name="File">The name of the file, without its extension.</param>
/// <param name="Old">What stands there.</param>
/// <param name="New">What takes its place.</param>
internal sealed record SourceEdit(string File, string Old, string New)
{
    /// <summary>The compilation with the change.</summary>
    public CSharpCompilation In(CSharpCompilation compilation)
    {
        var tree = compilation.SyntaxTrees.Single(tree => Path.GetFileNameWithoutExtension(tree.FilePath) == File);
        Assert.Contains(Old, tree.ToString(), StringComparison.Ordinal);
        return compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(tree.ToString().Replace(Old, New, StringComparison.Ordinal), TestCompilation.ParseOptions, tree.FilePath));
    }

    /// <summary>Asserts that some changes, made at once, taken back and made again, yield what a generator that has never run before yields, and that this is something else.</summary>
    public static void AssertNothingStale(CSharpCompilation compilation, params SourceEdit[] edits)
    {
        var changed = edits.Aggregate(compilation, (before, edit) => edit.In(before));
        Assert.NotEqual(GeneratedText.Cold(compilation), GeneratedText.Cold(changed));
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new ContextOverloadGenerator().AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions);
        foreach (var next in new[] { compilation, changed, compilation, changed })
        {
            driver = driver.RunGenerators(next);
            Assert.Equal(GeneratedText.Cold(next), GeneratedText.Of(driver));
        }
    }
}
