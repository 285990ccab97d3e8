using System.Text.Json.Nodes;

namespace Ide.Tests;

/// <summary>A diagnostic as an editor receives it; severity and range are the protocol's.</summary>
internal sealed record ShownDiagnostic(string Id, string Message, int Severity, JsonNode Range, IReadOnlyList<string> RelatedFiles)
{
    public const int Error = 1;
    public const int Warning = 2;
    public const int Information = 3;

    /// <summary>The flagged piece of a one-line range in the text that was analysed.</summary>
    public string TextIn(string source)
    {
        var line = source.Split('\n')[(int)Range["start"]!["line"]!];
        return line[(int)Range["start"]!["character"]!..(int)Range["end"]!["character"]!];
    }
}
