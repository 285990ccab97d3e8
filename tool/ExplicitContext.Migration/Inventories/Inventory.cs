using System.Collections.Immutable;
using ExplicitContext.Migration.Loading;

namespace ExplicitContext.Migration.Inventories;

/// <summary>The global state of a solution: what is ambient, who reaches it, what is static and can change. Values only.</summary>
/// <param name="Target">The solution or project that was scanned.</param>
/// <param name="Projects">The projects that were read.</param>
/// <param name="Skipped">What was left out, and why.</param>
/// <param name="Accessors">The ambient accessors, most sites first.</param>
/// <param name="StaticState">The static members that can change, by file and line.</param>
/// <param name="Problems">What stood in the way, one sentence each with its place and remedy.</param>
public sealed record Inventory(
    string Target,
    ImmutableArray<ProjectInventory> Projects,
    ImmutableArray<SkippedProject> Skipped,
    ImmutableArray<AccessorInventory> Accessors,
    ImmutableArray<StaticMember> StaticState,
    ImmutableArray<string> Problems)
{
    /// <summary>Whether nothing is ambient and nothing static can change.</summary>
    public bool IsClean => StaticState.IsEmpty && Accessors.All(accessor => accessor.Sites.IsEmpty);
}
