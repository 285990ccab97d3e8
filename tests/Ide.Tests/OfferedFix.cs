using System.Text.Json.Nodes;

namespace Ide.Tests;

/// <summary>An entry of the light bulb with the edits it would make, by file.</summary>
internal sealed record OfferedFix(string Title, IReadOnlyDictionary<string, IReadOnlyList<JsonNode>> Edits)
{
    /// <summary>The text of a file after the edits, all of which refer to the text before.</summary>
    public string ApplyTo(string file, string text)
    {
        var lineStarts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
                lineStarts.Add(i + 1);
        }

        foreach (var edit in Edits[file].OrderByDescending(e => Offset(e["range"]!["start"]!)))
        {
            var (start, end) = (Offset(edit["range"]!["start"]!), Offset(edit["range"]!["end"]!));
            text = text[..start] + (string)edit["newText"]! + text[end..];
        }

        return text;

        int Offset(JsonNode position) => lineStarts[(int)position["line"]!] + (int)position["character"]!;
    }
}
