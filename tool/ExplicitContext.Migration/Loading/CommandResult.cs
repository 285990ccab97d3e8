namespace ExplicitContext.Migration.Loading;

/// <summary>How a command ended.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it wrote to standard output, then what it wrote to standard error.</param>
public sealed record CommandResult(int ExitCode, string Output)
{
    /// <summary>The last line that is not blank, for a message when nothing better is known.</summary>
    public string LastLine =>
        Output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? $"exit code {ExitCode} without a word";
}
