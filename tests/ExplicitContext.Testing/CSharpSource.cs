namespace ExplicitContext.Testing;

/// <summary>One C# file of a test, possibly with markup (see <see cref="MarkupText"/>). A plain string converts to an unnamed one.</summary>
/// <param name="Text">The file's text.</param>
/// <param name="Path">Its path relative to the test project; where null, <c>Test0.cs</c>, <c>Test1.cs</c> and so on by position.</param>
public sealed record CSharpSource(string Text, string? Path = null)
{
    public static implicit operator CSharpSource(string text) => new(text);

    public string PathAt(int position) => TestProject.Root + (Path ?? $"Test{position}.cs");
}
