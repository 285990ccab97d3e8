namespace ExplicitContext.Model.Rewriting.Stored;

/// <summary>A generated overload with a rewritten body, as a value.</summary>
/// <param name="Member">The original.</param>
/// <param name="Context">The context that it takes.</param>
/// <param name="Name">Its name.</param>
/// <param name="StaysPublic">Whether it stays public.</param>
/// <param name="Hides">Whether it hides an overload of a base type.</param>
/// <param name="NeedsScope">Whether something in it would find the right ambient under a scope, of which there is none.</param>
/// <param name="Decisions">What was decided of its calls.</param>
internal sealed record StoredOverload(SymbolId Member, SymbolId Context, string Name, bool StaysPublic, bool Hides, bool NeedsScope, EquatableArray<StoredDecision> Decisions);
