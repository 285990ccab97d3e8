namespace ExplicitContext.Migration.Inventories;

/// <summary>One member of a call chain.</summary>
/// <param name="Name">The member.</param>
/// <param name="Place">Where it is declared.</param>
public sealed record ChainLink(string Name, Place Place);
