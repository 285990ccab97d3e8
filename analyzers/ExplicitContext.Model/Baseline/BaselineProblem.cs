namespace ExplicitContext.Model.Baseline;

/// <summary>A line of a baseline file that records nothing.</summary>
/// <param name="Line">The line in the file, from zero.</param>
/// <param name="Message">What is wrong with it and how to mend it: whole sentences.</param>
public sealed record BaselineProblem(int Line, string Message);
