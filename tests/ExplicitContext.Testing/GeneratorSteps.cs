using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Testing;

/// <summary>Tells the steps that a generator named from those of Roslyn.</summary>
internal static class GeneratorSteps
{
    private static readonly ImmutableHashSet<string> Inputs =
    [
        WellKnownGeneratorInputs.Compilation,
        WellKnownGeneratorInputs.ParseOptions,
        WellKnownGeneratorInputs.AdditionalTexts,
        WellKnownGeneratorInputs.AnalyzerConfigOptions,
        WellKnownGeneratorInputs.MetadataReferences,
    ];

    public static IEnumerable<KeyValuePair<string, ImmutableArray<IncrementalGeneratorRunStep>>> Own(
        ImmutableDictionary<string, ImmutableArray<IncrementalGeneratorRunStep>> steps) =>
        steps.Where(step => !Inputs.Contains(step.Key) && !step.Key.Contains("_ForAttribute", StringComparison.Ordinal));
}
