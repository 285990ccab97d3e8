namespace ExplicitContext.Model.Incremental;

/// <summary>The header of a type, or an alias for one.</summary>
/// <param name="Name">The simple name.</param>
/// <param name="Hash">Kind, modifiers, bases, constraints, constructors, operators, attributes.</param>
/// <param name="Bases">The base types and interfaces; of an alias, its target.</param>
/// <param name="Types">All names in the header, and in the signatures of members that are used without being named.</param>
public sealed record TypeHeader(string Name, ulong Hash, EquatableArray<string> Bases, EquatableArray<string> Types)
{
    /// <summary>Whether it is an alias.</summary>
    public bool IsAlias { get; init; }
}
