using ExplicitContext.Model.Rewriting.Facts;

namespace ExplicitContext.Model.Rewriting.Stored;

/// <summary>A <see cref="DelegateFact"/> as a value.</summary>
/// <param name="Fact">What it says, but for who is handed the delegate.</param>
/// <param name="Consumer">Who is, or null.</param>
internal sealed record StoredDelegate(DelegateFact Fact, SymbolId? Consumer);
