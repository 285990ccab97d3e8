using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model;

/// <summary>Members of a type that can be called through an interface alone.</summary>
internal static class ExplicitImplementations
{
    /// <summary>The members of interfaces that a member implements explicitly.</summary>
    public static IEnumerable<ISymbol> Of(ISymbol member) => member switch
    {
        IMethodSymbol method => method.ExplicitInterfaceImplementations,
        IPropertySymbol property => property.ExplicitInterfaceImplementations,
        IEventSymbol @event => @event.ExplicitInterfaceImplementations,
        _ => [],
    };
}
