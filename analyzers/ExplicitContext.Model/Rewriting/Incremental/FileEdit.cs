using ExplicitContext.Model.Incremental;
using ExplicitContext.Model.Rewriting.Stored;

namespace ExplicitContext.Model.Rewriting.Incremental;

/// <summary>An edit of bodies in one file.</summary>
/// <param name="File">The file as it is now.</param>
/// <param name="Before">The number of the file as it was.</param>
/// <param name="Stored">What was generated for it.</param>
internal sealed record FileEdit(ProjectFile File, ulong Before, StoredFile Stored);
