namespace ExplicitContext.Tool;

/// <summary>What the command's exit codes say.</summary>
public static class ExitCode
{
    /// <summary>Nothing is left to do.</summary>
    public const int Clean = 0;

    /// <summary>The command did its work and found something.</summary>
    public const int Findings = 1;

    /// <summary>The command could not do all of its work: bad input, a project that does not compile, cancellation.</summary>
    public const int Error = 2;
}
