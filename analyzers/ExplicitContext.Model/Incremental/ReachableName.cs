namespace ExplicitContext.Model.Incremental;

/// <summary>A name behind which an ambient accessor may stand.</summary>
/// <param name="Name">The name; see <see cref="ImpliedNames"/> for what has none.</param>
/// <param name="Qualifier">The type without whose name, or a derived one's, it cannot be called; null where an instance leads to it.</param>
public sealed record ReachableName(string Name, string? Qualifier);
