using System.Collections.Immutable;
using ExplicitContext.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ExplicitContext.Migration.Analysis;

/// <summary>The generator that infers who reaches the ambient, as a project references it that has installed the package. Adds no overloads.</summary>
internal sealed class ReachReference : AnalyzerReference
{
    /// <summary>The file that a project names which brings the generator itself.</summary>
    public static string FileName { get; } = Path.GetFileName(typeof(ReachGenerator).Assembly.Location);

    private readonly ImmutableArray<ISourceGenerator> generators = [new ReachGenerator().AsSourceGenerator()];

    public override string FullPath => typeof(ReachGenerator).Assembly.Location;

    public override object Id => nameof(ReachReference);

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => [];

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => [];

    public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => language == LanguageNames.CSharp ? GetGeneratorsForAllLanguages() : [];

    public override ImmutableArray<ISourceGenerator> GetGeneratorsForAllLanguages() => generators;
}
