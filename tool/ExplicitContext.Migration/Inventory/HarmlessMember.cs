namespace ExplicitContext.Migration.Inventory;

/// <summary>A static member that looks like state by its declaration, and is none.</summary>
/// <param name="Id">The documentation ID of the member.</param>
/// <param name="Reason">Why it is none, as a clause.</param>
public sealed record HarmlessMember(string Id, string Reason);
