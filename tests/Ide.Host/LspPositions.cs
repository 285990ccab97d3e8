using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis.Text;

namespace Ide.Host;

/// <summary>Translates between spans of a text and the protocol's zero-based line and character.</summary>
internal static class LspPositions
{
    public static JsonObject ToRange(this SourceText text, TextSpan span) => text.Lines.GetLinePositionSpan(span).ToRange();

    public static JsonObject ToRange(this LinePositionSpan lines) => new() { ["start"] = ToPosition(lines.Start), ["end"] = ToPosition(lines.End) };

    public static TextSpan ToSpan(this SourceText text, JsonNode range) =>
        text.Lines.GetTextSpan(new LinePositionSpan(FromPosition(range["start"]!), FromPosition(range["end"]!)));

    private static JsonObject ToPosition(LinePosition position) => new() { ["line"] = position.Line, ["character"] = position.Character };

    private static LinePosition FromPosition(JsonNode position) => new((int)position["line"]!, (int)position["character"]!);
}
