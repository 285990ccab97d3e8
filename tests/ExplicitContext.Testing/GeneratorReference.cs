using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ExplicitContext.Testing;

/// <summary>Generators as a project refers to them, so that its compilations hold what they generate.</summary>
internal sealed class GeneratorReference(params IIncrementalGenerator[] generators) : AnalyzerReference
{
    // Workspaces know a generator by its instance.
    private readonly ImmutableArray<ISourceGenerator> wrapped = [.. generators.Select(GeneratorExtensions.AsSourceGenerator)];

    public override string FullPath => "generators";

    public override object Id => this;

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => [];

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => [];

    public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => wrapped;

    public override ImmutableArray<ISourceGenerator> GetGeneratorsForAllLanguages() => wrapped;
}
