using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Reach.Carrying;

/// <summary>Tells whether a member can run on a receiver.</summary>
internal static class Receivers
{
    /// <summary>Whether an object that is seen as one type may run the member of another. Where that is not known, it may.</summary>
    public static bool MayBe(ITypeSymbol? receiver, INamedTypeSymbol? implementing) =>
        receiver?.OriginalDefinition is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } seen
        || implementing is not { TypeKind: TypeKind.Class or TypeKind.Struct }
        || Derives(seen, implementing)
        || Derives(implementing, seen);

    private static bool Derives(INamedTypeSymbol type, INamedTypeSymbol from)
    {
        for (INamedTypeSymbol? at = type; at is not null; at = at.BaseType?.OriginalDefinition)
        {
            if (SymbolEqualityComparer.Default.Equals(at, from))
            {
                return true;
            }
        }

        return false;
    }
}
