using System.Collections.Immutable;
using ExplicitContext.Model.Incremental;
using ExplicitContext.Model.Reach.Carrying;

namespace ExplicitContext.Model.Reach.Inference;

/// <summary>What a referenced assembly adds to the inference.</summary>
/// <param name="Assembly">Its name.</param>
/// <param name="Hash">Stands for all of it that can be bound to.</param>
/// <param name="KnowsAnnotations">Whether it can declare accessors or carry tables.</param>
/// <param name="Accessors">The names of the accessors that it declares by attribute; unknown for assemblies in source, whose trees tell.</param>
/// <param name="Tables">The tables that it carries.</param>
internal sealed record ReferenceFacts(
    string Assembly,
    ulong Hash,
    bool KnowsAnnotations,
    ImmutableArray<ReachableName> Accessors,
    ImmutableArray<ReachTable> Tables);
