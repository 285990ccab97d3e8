using ExplicitContext.Model.Emitting;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.State;

/// <summary>A static property whose value lives in a state.</summary>
/// <param name="Property">The property.</param>
/// <param name="Forwarder">How the old name is implemented.</param>
/// <param name="Home">Where the values are kept; null where the state has a member of that name by hand.</param>
/// <param name="Slot">The slot, as the type names it.</param>
/// <param name="Initial">The expression of the first value; empty for the default of the type.</param>
internal sealed record MovedPlan(IPropertySymbol Property, ImplementedMember Forwarder, SlotHome? Home, string Slot, string Initial);
