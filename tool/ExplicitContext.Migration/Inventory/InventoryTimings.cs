namespace ExplicitContext.Migration.Inventory;

/// <summary>Where the time went, in milliseconds of wall time.</summary>
/// <param name="Load">Until MSBuild had read every project.</param>
/// <param name="Compile">Declarations, diagnostics and static state.</param>
/// <param name="Reach">Binding every body and joining the call graph.</param>
public sealed record InventoryTimings(long Load, long Compile, long Reach)
{
    /// <summary>All of it.</summary>
    public long Total => Load + Compile + Reach;
}
