using ExplicitContext.Model;

namespace ExplicitContext.Migration.Inventory;

/// <summary>A shortest chain of calls from a member to one that names an ambient accessor itself.</summary>
/// <param name="Links">The members, the caller first, the direct reader last.</param>
public sealed record CallChain(EquatableArray<ChainLink> Links)
{
    /// <summary>How many calls lie between the first member and the last.</summary>
    public int Depth => Links.Count - 1;
}
