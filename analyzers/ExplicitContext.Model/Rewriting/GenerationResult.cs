namespace ExplicitContext.Model.Rewriting;

/// <summary>What generating for a compilation came to.</summary>
/// <param name="Files">The generated files, by hint name.</param>
/// <param name="Findings">What could not be generated.</param>
public sealed record GenerationResult(EquatableArray<OverloadFile> Files, EquatableArray<GenerationFinding> Findings)
{
    /// <summary>Nothing asked for, nothing generated.</summary>
    public static GenerationResult Empty { get; } = new(default, default);
}
