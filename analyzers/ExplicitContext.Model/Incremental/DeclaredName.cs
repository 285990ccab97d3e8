namespace ExplicitContext.Model.Incremental;

/// <summary>One declaration of a name.</summary>
/// <param name="Name">The name; see <see cref="ImpliedNames"/> for what has none.</param>
/// <param name="Hash">Attributes, modifiers, signature, constraints, default values, container, and what the file's usings make of it.</param>
/// <param name="Types">The names in its signature: types, through whose bases further members are found.</param>
public sealed record DeclaredName(string Name, ulong Hash, EquatableArray<string> Types)
{
    /// <summary>Whether it is part of a namespace's name: how many files declare it does not matter.</summary>
    public bool IsNamespace { get; init; }
}
