namespace ExplicitContext.Tool.Consoles;

/// <summary>What a stream can show.</summary>
public enum TerminalKind
{
    /// <summary>A file or a pipe: plain lines.</summary>
    Redirected,

    /// <summary>A terminal of someone who wants no colour.</summary>
    Monochrome,

    /// <summary>A terminal with colours.</summary>
    Colour,
}
