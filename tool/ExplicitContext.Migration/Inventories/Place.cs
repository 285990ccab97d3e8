namespace ExplicitContext.Migration.Inventories;

/// <summary>A place in the source.</summary>
/// <param name="Path">The file, relative to the target's folder.</param>
/// <param name="Line">The line, from one.</param>
public sealed record Place(string Path, int Line)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Path}:{Line}";
}
