namespace Benchmarks.Measuring;

/// <summary>What one would use instead, measured in the same run.</summary>
/// <param name="Name">The thing, in Markdown.</param>
/// <param name="Value">What it takes.</param>
/// <param name="Note">What the figure hides, or empty.</param>
internal sealed record Instead(string Name, Figure Value, string Note = "");
