using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;

namespace ExplicitContext.Oracle.Tests.Comparison;

/// <summary>Sources, as their compilations, and the assemblies that the same compilations yield.</summary>
internal sealed class CodeBase
{
    public CodeBase(IReadOnlyList<Compilation> compilations, string configuration = "")
    {
        Compilations = compilations;
        Configuration = configuration;
    }

    public IReadOnlyList<Compilation> Compilations { get; }

    /// <summary>The text of <c>ExplicitContext.txt</c>.</summary>
    public string Configuration { get; }

    /// <summary>The folders in which what the compilations reference can be found.</summary>
    public IEnumerable<string> ReferenceFolders => Compilations.SelectMany(compilation => compilation.References)
        .Select(reference => Path.GetDirectoryName((reference as PortableExecutableReference)?.FilePath))
        .OfType<string>().Prepend(Path.GetDirectoryName(typeof(object).Assembly.Location)!).Distinct();

    /// <summary>Emits as a debug build does: an optimiser would remove locals that tell types.</summary>
    public IEnumerable<Stream> Emit()
    {
        foreach (var compilation in Compilations)
        {
            var image = new MemoryStream();
            var result = compilation.WithOptions(compilation.Options.WithOptimizationLevel(OptimizationLevel.Debug)).Emit(image, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.Embedded));
            Assert.True(result.Success, string.Join('\n', result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(20)));
            image.Position = 0;
            yield return image;
        }
    }
}
