namespace ExplicitContext.Model.Rewriting.Stored;

/// <summary>A <see cref="Facts.InitialiserFact"/> as a value.</summary>
internal sealed record StoredInitialiser(SymbolId Held, EquatableArray<StoredRead> Reads, EquatableArray<StoredCall> Calls);
