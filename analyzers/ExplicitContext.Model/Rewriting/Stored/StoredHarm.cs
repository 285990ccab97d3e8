using ExplicitContext.Model.Rewriting.Safety;

namespace ExplicitContext.Model.Rewriting.Stored;

/// <summary>A <see cref="Harm"/> as a value.</summary>
internal sealed record StoredHarm(SymbolId Member, string Reason, string Advice, HarmCause Cause, bool IsGuess);
