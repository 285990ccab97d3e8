namespace ExplicitContext.Consumers;

/// <summary>What a command left: its exit code and all it wrote, errors included.</summary>
internal sealed record CommandResult(string Command, int ExitCode, string Output)
{
    /// <summary>This result; fails the test with the command's output if the command failed.</summary>
    public CommandResult Succeeded()
    {
        Assert.True(ExitCode == 0, $"'{Command}' ended with {ExitCode}:\n{Output}");
        return this;
    }
}
