namespace ExplicitContext.Model.Rewriting;

/// <summary>The generated overloads of one source file.</summary>
/// <param name="HintName">The name of the generated file.</param>
/// <param name="Text">Its text.</param>
public sealed record OverloadFile(string HintName, string Text);
