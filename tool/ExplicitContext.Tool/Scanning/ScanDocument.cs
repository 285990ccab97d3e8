using System.Text.Json;
using ExplicitContext.Migration.Inventory;

namespace ExplicitContext.Tool.Scanning;

/// <summary>The JSON of a scan; docs/guides/scan.md describes it. Fields may be added, but none changes its meaning without a new version.</summary>
/// <param name="SchemaVersion">The version of this layout.</param>
/// <param name="Inventory">What was found.</param>
internal sealed record ScanDocument(int SchemaVersion, SolutionInventory Inventory)
{
    public static string Serialize(SolutionInventory inventory) =>
        JsonSerializer.Serialize(new ScanDocument(1, inventory), ScanJsonContext.Indented.ScanDocument);
}
