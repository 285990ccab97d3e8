namespace ExplicitContext.Model.Baseline;

/// <summary>One line of a baseline file.</summary>
/// <param name="Key">What is recorded.</param>
/// <param name="Count">How many findings of that key are recorded: 1 or more.</param>
/// <param name="Line">The line in the file, from zero.</param>
public sealed record BaselineEntry(BaselineKey Key, int Count, int Line);
