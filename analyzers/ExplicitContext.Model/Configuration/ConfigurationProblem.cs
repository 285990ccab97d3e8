namespace ExplicitContext.Model.Configuration;

/// <summary>A line of the configuration that cannot be used.</summary>
/// <param name="Path">The file.</param>
/// <param name="Line">The line, from zero.</param>
/// <param name="Column">Where on the line the fault begins, from zero.</param>
/// <param name="Length">How many characters are at fault.</param>
/// <param name="Kind">What is wrong in general.</param>
/// <param name="Message">What is wrong here and how to mend it: a whole sentence.</param>
public sealed record ConfigurationProblem(string Path, int Line, int Column, int Length, ConfigurationProblemKind Kind, string Message);
