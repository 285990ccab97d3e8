namespace MiniScript;

/// <summary>Where an error happened, and the calls that were open then, the innermost first.</summary>
internal readonly record struct Place(string ScriptName, int Line, IReadOnlyList<string> Frames);
