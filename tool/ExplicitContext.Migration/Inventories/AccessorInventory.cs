using System.Collections.Immutable;

namespace ExplicitContext.Migration.Inventories;

/// <summary>One ambient accessor and who reaches it. A property or event counts as one member, whichever of its accessors reaches.</summary>
/// <param name="Id">Its documentation ID.</param>
/// <param name="Name">Its name for display.</param>
/// <param name="Sites">Every place that names it.</param>
/// <param name="Direct">How many members name it in their bodies or initialisers.</param>
/// <param name="Transitive">How many members reach it, direct ones included, where a call reaches the member that it names.</param>
/// <param name="Virtual">The same where a call also reaches the overrides and implementations in sight.</param>
/// <param name="Public">How many of <paramref name="Virtual"/> can be seen outside their assembly.</param>
/// <param name="LongestChain">The longest of the shortest call chains (with overrides and implementations), from the farthest member to the read.</param>
public sealed record AccessorInventory(
    string Id,
    string Name,
    ImmutableArray<Place> Sites,
    int Direct,
    int Transitive,
    int Virtual,
    int Public,
    ImmutableArray<ChainLink> LongestChain);
