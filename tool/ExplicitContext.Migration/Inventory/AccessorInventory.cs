using ExplicitContext.Model;

namespace ExplicitContext.Migration.Inventory;

/// <summary>
/// One ambient accessor and who hangs on it. A property or an event counts as one member, whichever of its accessors run; a lambda or a local
/// function counts as the member around it.
/// </summary>
/// <param name="Id">Its documentation ID.</param>
/// <param name="Name">Its name in messages.</param>
/// <param name="Sites">How often it is named.</param>
/// <param name="Writes">How many of these sites assign it.</param>
/// <param name="EntrySites">How many of these sites are in entry points, where the ambient may be read.</param>
/// <param name="DirectMembers">The members that name it.</param>
/// <param name="DirectTypes">The types of these members.</param>
/// <param name="ReachingMembers">The members from which a read can be reached, direct ones included, by the calls that the source names.</param>
/// <param name="ReachingMembersWithDispatch">The same, where a call of a virtual or interface member may also run every override and implementation.</param>
/// <param name="PublicReachingMembers">Those of the latter that can be seen outside their assembly.</param>
/// <param name="Depth">The longest of the shortest chains, in calls, with dispatch.</param>
/// <param name="ReadSites">Every site, by file and line.</param>
/// <param name="LongestChains">The longest chains, one for each member that no other chain runs through.</param>
public sealed record AccessorInventory(
    string Id,
    string Name,
    int Sites,
    int Writes,
    int EntrySites,
    int DirectMembers,
    int DirectTypes,
    int ReachingMembers,
    int ReachingMembersWithDispatch,
    int PublicReachingMembers,
    int Depth,
    EquatableArray<SourcePlace> ReadSites,
    EquatableArray<CallChain> LongestChains);
