namespace ExplicitContext.Generators.Tests.Constructs;

/// <summary>What one run of a program did.</summary>
/// <param name="Result">What it returned.</param>
/// <param name="Seen">The engines that it used, in order, each with its count.</param>
/// <param name="Reads">How often it read the ambient.</param>
internal sealed record Observation(object? Result, string Seen, int Reads);
