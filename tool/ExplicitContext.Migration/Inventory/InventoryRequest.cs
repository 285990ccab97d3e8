using System.Collections.Immutable;

namespace ExplicitContext.Migration.Inventory;

/// <summary>What an inventory is to take in beside the projects.</summary>
/// <param name="ConfigurationFiles">More configuration files, by path.</param>
/// <param name="AmbientIds">Documentation IDs of members to take for ambient accessors.</param>
/// <param name="IncludeTests">Whether test projects are counted; without them, tests are callers from outside.</param>
/// <param name="Chains">How many chains to keep for each accessor.</param>
public sealed record InventoryRequest(ImmutableArray<string> ConfigurationFiles, ImmutableArray<string> AmbientIds, bool IncludeTests = false, int Chains = 1)
{
    /// <summary>The packs to switch on, by name, beside those of the projects.</summary>
    public ImmutableArray<string> Packs { get; init; } = [];

    /// <summary>Whether to run the rules too, and to tell which suppressions of theirs suppress nothing.</summary>
    public bool Suppressions { get; init; }
}
