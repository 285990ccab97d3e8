namespace ExplicitContext.Model.Sharing;

/// <summary>The generated part of one <c>[Shareable]</c> type.</summary>
/// <param name="HintName">The name of the generated file.</param>
/// <param name="Text">Its text.</param>
public sealed record ShareableFile(string HintName, string Text);
