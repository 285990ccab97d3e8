namespace VerifyTests;

/// <summary>One file of a snapshot.</summary>
/// <param name="Name">The part of the file's name after <c>Class.Method</c>: <c>#Hint</c>, or nothing.</param>
/// <param name="Extension">Without the dot.</param>
/// <param name="Text">The content, with LF.</param>
internal sealed record SnapshotTarget(string Name, string Extension, string Text);
