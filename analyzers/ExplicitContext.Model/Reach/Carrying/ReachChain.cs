using System.Collections.Immutable;

namespace ExplicitContext.Model.Reach.Carrying;

/// <summary>How a member reaches an accessor.</summary>
/// <param name="AccessorKey">The accessor, see <see cref="MemberKeys"/>; where the way to it is not at hand, the type that declares it.</param>
/// <param name="Members">The keys of the members on a shortest way, from the one asked about to the one that reads.</param>
public sealed record ReachChain(string AccessorKey, ImmutableArray<string> Members);
