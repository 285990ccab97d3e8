using System.Collections.Immutable;

namespace ExplicitContext.Model.Incremental;

/// <summary>The files of one compilation, and all that is known of it without binding anything.</summary>
/// <param name="Files">The files, in their order.</param>
/// <param name="Index">What they declare together, with the projects that they refer to.</param>
/// <param name="Foreign">The files of the projects that they refer to.</param>
/// <param name="Declarations">A hash of all that is declared in these and those.</param>
/// <param name="Context">A hash of the options, the configuration and the references.</param>
internal sealed record ProjectFiles(ImmutableArray<ProjectFile> Files, DeclarationIndex Index, ImmutableArray<TreeFacts> Foreign, ulong Declarations, ulong Context);
