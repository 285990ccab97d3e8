using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting.Families;

/// <summary>By which member a type implements an interface's.</summary>
/// <param name="Type">The type that lists the interface.</param>
/// <param name="Declared">The interface's member, of the interface as the type implements it.</param>
/// <param name="Member">What implements it; perhaps a base type's.</param>
internal sealed record InterfaceImplementation(INamedTypeSymbol Type, IMethodSymbol Declared, IMethodSymbol Member)
{
    /// <summary>Whether the member can be called through the interface alone.</summary>
    public bool IsExplicit => ExplicitImplementations.Of(Member).Any();

    /// <summary>Whether the type implements the interface by what it inherits.</summary>
    public bool IsInherited => !SymbolEqualityComparer.Default.Equals(Member.ContainingType, Type);
}
