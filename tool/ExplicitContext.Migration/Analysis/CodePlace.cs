using Microsoft.CodeAnalysis;

namespace ExplicitContext.Migration.Analysis;

/// <summary>A piece of a file. Lines and columns count from 1; the end is behind the last character.</summary>
/// <param name="File">The full path.</param>
/// <param name="Line">The first line.</param>
/// <param name="Column">The first column.</param>
/// <param name="EndLine">The last line.</param>
/// <param name="EndColumn">The column behind the last character.</param>
public sealed record CodePlace(string File, int Line, int Column, int EndLine, int EndColumn) : IComparable<CodePlace>
{
    /// <summary>The place of a location that is in a file; null for any other.</summary>
    public static CodePlace? Of(Location? location)
    {
        if (location?.GetLineSpan() is not { Path.Length: > 0 } span) return null;
        return new(span.Path, span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1, span.EndLinePosition.Line + 1, span.EndLinePosition.Character + 1);
    }

    /// <inheritdoc />
    public int CompareTo(CodePlace? other)
    {
        var order = string.CompareOrdinal(File, other?.File);
        return order != 0 ? order : (Line, Column, EndLine, EndColumn).CompareTo((other!.Line, other.Column, other.EndLine, other.EndColumn));
    }
}
