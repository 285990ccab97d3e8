using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Reach.Carrying;

/// <summary>Tells whether a member can run on a receiver.</summary>
internal static class Receivers
{
    /// <summary>Whether a virtual call may run the member of a type. Where that is not known, it may.</summary>
    public static bool MayRun(MemberCall call, INamedTypeSymbol? implementing) =>
        call.Receiver?.OriginalDefinition is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } seen
        || implementing is not { TypeKind: TypeKind.Class or TypeKind.Struct }
        || (call.IsOnlyBelow ? Derives(implementing.BaseType?.OriginalDefinition, seen) : Derives(seen, implementing) || Derives(implementing, seen));

    private static bool Derives(INamedTypeSymbol? type, INamedTypeSymbol from)
    {
        for (var at = type; at is not null; at = at.BaseType?.OriginalDefinition)
        {
            if (SymbolEqualityComparer.Default.Equals(at, from))
            {
                return true;
            }
        }

        return false;
    }
}
