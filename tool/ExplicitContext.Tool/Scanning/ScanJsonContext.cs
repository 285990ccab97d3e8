using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ExplicitContext.Migration.Suppressions;
using ExplicitContext.Model.StaticState;

namespace ExplicitContext.Tool.Scanning;

/// <summary>Serialises a scan without reflection.</summary>
[JsonSerializable(typeof(ScanDocument))]
internal sealed partial class ScanJsonContext : JsonSerializerContext
{
    /// <summary>Indented, camel case, angle brackets of generic types left readable.</summary>
    public static ScanJsonContext Indented { get; } = new(new JsonSerializerOptions
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new JsonStringEnumConverter<StaticShape>(JsonNamingPolicy.CamelCase),
            new JsonStringEnumConverter<StaticKind>(JsonNamingPolicy.CamelCase),
            new JsonStringEnumConverter<SuppressionForm>(JsonNamingPolicy.CamelCase),
        },
    });
}
