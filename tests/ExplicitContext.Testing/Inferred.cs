using ExplicitContext.Generators;
using ExplicitContext.Model.Reach.Carrying;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ExplicitContext.Testing;

/// <summary>Compilations as analyzers see them in a build: together with what is inferred about reach.</summary>
public static class Inferred
{
    /// <summary>A project's compilation with its tables of reach.</summary>
    public static async Task<Compilation> CompilationOf(Project project) =>
        With((CSharpCompilation)(await project.GetCompilationAsync())!, project.AnalyzerOptions.AdditionalFiles);

    /// <summary>A compilation with its tables of reach.</summary>
    public static CSharpCompilation With(CSharpCompilation compilation, IEnumerable<AdditionalText>? additionalFiles = null)
    {
        if (compilation.SyntaxTrees.Any(tree => tree.FilePath.EndsWith(ReachTables.FileName, StringComparison.Ordinal)))
            return compilation;
        var options = compilation.SyntaxTrees.FirstOrDefault()?.Options as CSharpParseOptions ?? TestCompilation.ParseOptions;
        CSharpGeneratorDriver.Create([new ReachGenerator().AsSourceGenerator()], additionalFiles, options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var inferred, out var diagnostics);
        Xunit.Assert.Empty(diagnostics);
        return (CSharpCompilation)inferred;
    }
}
