namespace Benchmarks.Measuring;

/// <summary>Something whose cost is compared.</summary>
/// <param name="Batch">Does it a fixed number of times.</param>
/// <param name="Operations">That number.</param>
internal sealed record Candidate(Action Batch, int Operations);
