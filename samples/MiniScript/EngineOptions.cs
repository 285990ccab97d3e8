using System.Globalization;

namespace MiniScript;

/// <summary>How an engine behaves.</summary>
public sealed class EngineOptions
{
    /// <summary>Calls that may be open at once.</summary>
    public int RecursionLimit { get; init; } = 200;

    /// <summary>Statements that one engine may execute in its life; 0 for no limit.</summary>
    public long StepLimit { get; init; }

    /// <summary>Frames that an error shows, the innermost first.</summary>
    public int FramesShown { get; init; } = 8;

    /// <summary>Characters that a script may have.</summary>
    public int SourceLimit { get; init; } = 1_000_000;

    /// <summary>Numbers that <c>range</c> may make at once.</summary>
    public int RangeLimit { get; init; } = 10_000_000;

    /// <summary>Levels of lists inside lists that are written out.</summary>
    public int DisplayDepth { get; init; } = 8;

    /// <summary>Whether reading a name that was never declared is an error; otherwise it reads as nil.</summary>
    public bool Strict { get; init; } = true;

    /// <summary>Whether calls are counted by function.</summary>
    public bool Profile { get; init; }

    /// <summary>How numbers are written.</summary>
    public string NumberFormat { get; init; } = "G15";

    /// <summary>The language in which numbers are written.</summary>
    public CultureInfo Culture { get; init; } = CultureInfo.InvariantCulture;

    /// <summary>The folder in which <c>import</c> looks.</summary>
    public string ImportPath { get; init; } = ".";
}
