using ExplicitContext.Model;

namespace ExplicitContext.Migration.Inventory;

/// <summary>All that a scan finds. Holds no symbols: it outlives the compilations and is equal by value.</summary>
/// <param name="Target">The file name of the scanned solution or project.</param>
/// <param name="Projects">The projects counted.</param>
/// <param name="Accessors">The ambient accessors, the most named first.</param>
/// <param name="StaticState">The mutable static state, by type.</param>
/// <param name="HarmlessReadOnly">How many readonly arrays, collections and objects look like state and are none.</param>
/// <param name="Skipped">Projects and frameworks that were left out: one line each.</param>
/// <param name="Problems">What makes the figures incomplete: one line each, with place and remedy.</param>
/// <param name="Timings">Where the time went.</param>
public sealed record SolutionInventory(
    string Target,
    EquatableArray<ProjectInventory> Projects,
    EquatableArray<AccessorInventory> Accessors,
    EquatableArray<StaticMember> StaticState,
    int HarmlessReadOnly,
    EquatableArray<string> Skipped,
    EquatableArray<string> Problems,
    InventoryTimings Timings)
{
    /// <summary>The suppressions that suppress nothing any more; null where nobody asked.</summary>
    public EquatableArray<IdleSuppression>? IdleSuppressions { get; init; }

    /// <summary>Whether there is nothing left to do: no ambient read outside of entry points, no mutable static state, no suppression without need.</summary>
    public bool IsClean => IdleSuppressions is null or { Count: 0 } && StaticState.Count == 0 && Accessors.All(accessor => accessor.Sites == accessor.EntrySites);
}
