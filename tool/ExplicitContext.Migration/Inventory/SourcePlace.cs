namespace ExplicitContext.Migration.Inventory;

/// <summary>A line of a source file.</summary>
/// <param name="File">The path from the scanned folder, with forward slashes.</param>
/// <param name="Line">The line, from 1.</param>
public sealed record SourcePlace(string File, int Line)
{
    /// <inheritdoc />
    public override string ToString() => $"{File}:{Line}";
}
