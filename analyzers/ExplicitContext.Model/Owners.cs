using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model;

/// <summary>What a person wrote as one member.</summary>
public static class Owners
{
    /// <summary>The property or event of an accessor method; any other symbol itself.</summary>
    public static ISymbol Owner(this ISymbol symbol) => (symbol as IMethodSymbol)?.AssociatedSymbol ?? symbol;
}
