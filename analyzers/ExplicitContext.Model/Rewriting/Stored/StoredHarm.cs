namespace ExplicitContext.Model.Rewriting.Stored;

/// <summary>A <see cref="Safety.Harm"/> as a value.</summary>
internal sealed record StoredHarm(SymbolId Member, string Reason, bool IsOfBody);
