using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Availability;

/// <summary>An expression at a program point that is, or leads to, a wanted context.</summary>
/// <param name="Expression">The expression as one would write it there: <c>tstate.Interp</c>.</param>
/// <param name="ContextType">The context that it yields.</param>
/// <param name="Root">The symbol that the expression begins with: a parameter, a local, a field, a property, or the type of <c>this</c>.</param>
/// <param name="Cost">Less is nearer: parameters before locals before members, and every derivation costs.</param>
public sealed record AvailableContext(string Expression, ContextType ContextType, ISymbol Root, int Cost);
