using ExplicitContext.Model.Reach.Carrying;

namespace ExplicitContext.Model.Reach.Inference;

/// <summary>What an inference came to.</summary>
/// <param name="Hashes">What a search saw of the trees of which it bound a body; see <see cref="Incremental.NamePass.HashOf"/>.</param>
/// <param name="Trees">Stands for those trees themselves: while they are the same, so is the outcome.</param>
/// <param name="Tables">The result.</param>
internal sealed record ReachOutcome(HashSet<ulong> Hashes, ulong Trees, ReachTables Tables);
