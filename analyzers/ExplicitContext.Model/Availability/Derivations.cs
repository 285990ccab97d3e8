using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Availability;

/// <summary>Derivations: readonly members that lead from one context to a wider one.</summary>
public static class Derivations
{
    /// <summary>The context that a member of <paramref name="origin"/> leads to; null where it is no derivation.</summary>
    public static ContextType? DerivationOf(this ContextModel contexts, ISymbol member, ContextType origin) =>
        !member.IsStatic
        && ReadonlyType(member) is { NullableAnnotation: not NullableAnnotation.Annotated } type
        && contexts.GetContextType(type) is { } context
        && origin.MayLeadTo(context)
        && !SymbolEqualityComparer.Default.Equals(context.Type, origin.Type)
            ? context
            : null;

    private static ITypeSymbol? ReadonlyType(ISymbol member) => member switch
    {
        IPropertySymbol { IsReadOnly: true, IsIndexer: false } property => property.Type,
        IFieldSymbol { IsReadOnly: true, IsImplicitlyDeclared: false } field => field.Type,
        _ => null,
    };
}
