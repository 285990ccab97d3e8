using System.ComponentModel;
using System.Diagnostics;

namespace ExplicitContext;

/// <summary>
/// By this the generator tells the analyzers of the same compilation what it could not generate, and why. It is never written by hand, and the
/// compiler leaves it out of the binary.
/// </summary>
/// <param name="rule">The rule that reports it, such as <c>ECTX5002</c>.</param>
/// <param name="symbol">The documentation ID of the member or type to report at.</param>
/// <param name="offset">Where the finding begins, in characters from the start of the declaration; negative for the declared name.</param>
/// <param name="length">How many characters the finding covers.</param>
/// <param name="message">What cannot be done and what to do about it.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[Conditional("EXPLICIT_CONTEXT_GENERATION_REPORT")]
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class GenerationReportAttribute(string rule, string symbol, int offset, int length, string message) : Attribute
{
    /// <summary>The rule that reports it.</summary>
    public string Rule { get; } = rule;

    /// <summary>The documentation ID of the member or type to report at.</summary>
    public string Symbol { get; } = symbol;

    /// <summary>Where the finding begins, in characters from the start of the declaration; negative for the declared name.</summary>
    public int Offset { get; } = offset;

    /// <summary>How many characters the finding covers.</summary>
    public int Length { get; } = length;

    /// <summary>What cannot be done and what to do about it.</summary>
    public string Message { get; } = message;
}
