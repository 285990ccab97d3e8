namespace ExplicitContext.Model.Rewriting.Stored;

/// <summary>A member of the closure, and what it does wherever in its body.</summary>
/// <param name="Member">The member.</param>
/// <param name="Body">What it does, without the places.</param>
/// <param name="Shape">What in the way in which it is written stands against an overload, or null.</param>
internal sealed record StoredMember(SymbolId Member, StoredBody Body, string? Shape);
