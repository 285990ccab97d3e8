namespace ExplicitContext.Model.Emitting;

/// <summary>One generated file, as a value.</summary>
/// <param name="HintName">Its name.</param>
/// <param name="Text">Its text.</param>
public sealed record GeneratedFile(string HintName, string Text)
{
    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(HintName);
}
