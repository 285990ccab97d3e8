using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting;

/// <summary>The shape of a context-passing overload: exactly the legacy parameters, and the context before them.</summary>
public static class OverloadShape
{
    /// <summary>
    /// Whether <paramref name="candidate"/> is the twin of <paramref name="legacy"/> that takes <paramref name="context"/> first (after the
    /// receiver of a classic extension method).
    /// </summary>
    public static bool IsTwin(IMethodSymbol candidate, IMethodSymbol legacy, ContextType context)
    {
        var ordinal = legacy.IsExtensionMethod ? 1 : 0;
        return candidate.Parameters.Length == legacy.Parameters.Length + 1
            && candidate.IsStatic == legacy.IsStatic
            && candidate.Arity == legacy.Arity
            && SymbolEqualityComparer.Default.Equals(candidate.Parameters[ordinal].Type.OriginalDefinition, context.Type)
            && Enumerable.Range(0, legacy.Parameters.Length).All(i => IsSame(legacy.Parameters[i], candidate.Parameters[i < ordinal ? i : i + 1]));
    }

    /// <summary>Type parameters of two methods are the same where they stand at the same place.</summary>
    private static bool IsSame(IParameterSymbol one, IParameterSymbol other) =>
        one.RefKind == other.RefKind && IsSame(one.Type, other.Type);

    private static bool IsSame(ITypeSymbol one, ITypeSymbol other) => (one, other) switch
    {
        (ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method } left, ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method } right) => left.Ordinal == right.Ordinal,
        (IArrayTypeSymbol left, IArrayTypeSymbol right) => left.Rank == right.Rank && IsSame(left.ElementType, right.ElementType),
        (INamedTypeSymbol { IsGenericType: true } left, INamedTypeSymbol { IsGenericType: true } right) =>
            SymbolEqualityComparer.Default.Equals(left.OriginalDefinition, right.OriginalDefinition)
            && left.TypeArguments.Zip(right.TypeArguments, IsSame).All(same => same),
        _ => SymbolEqualityComparer.Default.Equals(one, other),
    };
}
