using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.State;

/// <summary>A class of which every instance of a context has its own.</summary>
/// <param name="Type">The class.</param>
/// <param name="Home">Where the instances are kept.</param>
/// <param name="TakesContext">Whether its constructor takes the context.</param>
internal sealed record ModulePlan(INamedTypeSymbol Type, SlotHome Home, bool TakesContext);
