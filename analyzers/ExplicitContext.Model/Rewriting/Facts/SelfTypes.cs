using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Model.Rewriting.Facts;

/// <summary>
/// Interfaces that have a name for the type which implements them: <c>I&lt;TSelf&gt; where TSelf : I&lt;TSelf&gt;</c>. A static member of such a one can call what the type has, and
/// that of no other can.
/// </summary>
internal static class SelfTypes
{
    /// <summary>The type parameter that stands for the implementing type, or null.</summary>
    public static ITypeParameterSymbol? Of(INamedTypeSymbol type) => type.OriginalDefinition is { TypeKind: TypeKind.Interface } definition
        ? definition.TypeParameters.FirstOrDefault(parameter => parameter.ConstraintTypes.Any(constraint => SymbolEqualityComparer.Default.Equals(constraint, definition)))
        : null;

    /// <summary>Whether a static member is called on a type parameter that is not what the interface takes the implementing type to be, as in <c>T : I&lt;Other&gt;</c>.</summary>
    public static bool IsCalledOnAnother(IOperation operation)
    {
        var (on, type) = operation switch
        {
            IInvocationOperation call => (call.ConstrainedToType, call.TargetMethod.ContainingType),
            IMemberReferenceOperation reference => (reference.ConstrainedToType, reference.Member.ContainingType),
            _ => (null, null),
        };
        return on is not null && type is not null && Of(type) is { } self && !SymbolEqualityComparer.Default.Equals(type.TypeArguments[self.Ordinal], on);
    }
}
