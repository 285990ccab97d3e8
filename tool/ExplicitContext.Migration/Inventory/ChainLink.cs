namespace ExplicitContext.Migration.Inventory;

/// <summary>One member of a chain of calls.</summary>
/// <param name="Member">The member as a message names it.</param>
/// <param name="Place">Where it is declared.</param>
public sealed record ChainLink(string Member, SourcePlace Place);
