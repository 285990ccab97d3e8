using System.Text.Json;
using System.Text.Json.Serialization;
using ExplicitContext.Migration.Inventories;

namespace ExplicitContext.Tool.Scan;

/// <summary>The inventory as JSON; docs/guides/scan.md describes it.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Inventory))]
internal sealed partial class InventoryJson : JsonSerializerContext
{
    public static string Write(Inventory inventory) => JsonSerializer.Serialize(inventory, Default.Inventory);
}
