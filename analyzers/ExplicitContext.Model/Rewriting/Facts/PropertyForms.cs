using ExplicitContext.Model.Ambient;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Model.Rewriting.Facts;

/// <summary>How a property is used, and so whether a call can take its place.</summary>
internal static class PropertyForms
{
    public static CallForm Of(IPropertyReferenceOperation property) =>
        property.IsImplicit || property.IsInNameOf() || property.Parent is IPropertySubpatternOperation ? CallForm.PropertyUse
        : IsElementAccess(property) ? CallForm.ElementAccess
        : property.Syntax is not (IdentifierNameSyntax or MemberAccessExpressionSyntax or MemberBindingExpressionSyntax) || !property.Arguments.IsEmpty ? CallForm.PropertyUse
        : property.Property is { ReturnsByRef: true } or { ReturnsByRefReadonly: true } || AmbientUsages.Of(property) == AmbientUsage.Read ? CallForm.PropertyRead
        : property.Parent is ISimpleAssignmentOperation { IsRef: false } assignment && IsWrite(assignment) ? CallForm.PropertyWrite
        : IsUpdate(property) ? CallForm.PropertyUpdate
        : CallForm.PropertyUse;

    private static bool IsElementAccess(IPropertyReferenceOperation property) =>
        property.Property.IsIndexer && property.Syntax is ElementAccessExpressionSyntax or ElementBindingExpressionSyntax or ImplicitElementAccessSyntax;

    /// <summary>An argument that is dynamic would be bound at run time; an assigned value is converted.</summary>
    private static bool IsWrite(ISimpleAssignmentOperation assignment) =>
        assignment.Syntax is AssignmentExpressionSyntax && IsUnused(assignment) && Unconverted(assignment.Value).Type?.TypeKind != TypeKind.Dynamic;

    private static bool IsUpdate(IPropertyReferenceOperation property) =>
        property.Parent is { } update
        && update.Parent is IExpressionStatementOperation
        && IsFreeOfEffects(property.Instance)
        && property.Type is { } type
        && update switch
        {
            ICompoundAssignmentOperation compound =>
                compound.InConversion.IsIdentity
                && compound.OutConversion.IsIdentity
                && !compound.IsLifted
                && Unconverted(compound.Value).Type?.TypeKind != TypeKind.Dynamic
                && (compound.OperatorMethod is { } method
                    ? method.IsStatic && SymbolEqualityComparer.Default.Equals(method.ReturnType, type)
                    : KeepsType(type.SpecialType) || IsOfFlags(type, compound.OperatorKind)),
            IIncrementOrDecrementOperation { OperatorMethod: null, IsLifted: false } => KeepsType(type.SpecialType) && type.SpecialType != SpecialType.System_String,
            _ => false,
        };

    /// <summary>Types whose operators yield the type itself. Smaller ones yield <c>int</c>, for which the compound assignment hides a cast.</summary>
    private static bool KeepsType(SpecialType type) => type
        is SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64
        or SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal or SpecialType.System_String or SpecialType.System_Boolean;

    private static bool IsOfFlags(ITypeSymbol type, BinaryOperatorKind kind) =>
        type.TypeKind == TypeKind.Enum && kind is BinaryOperatorKind.Or or BinaryOperatorKind.And or BinaryOperatorKind.ExclusiveOr;

    /// <summary>Whether nobody takes the value of an assignment.</summary>
    private static bool IsUnused(IOperation value) => value.Parent switch
    {
        IExpressionStatementOperation => true,
        IConditionalAccessOperation access => access.WhenNotNull == value && IsUnused(access),
        _ => false,
    };

    /// <summary>Whether a receiver can be written twice: it names something, and what it names runs no code.</summary>
    private static bool IsFreeOfEffects(IOperation? receiver) => receiver switch
    {
        null or ILocalReferenceOperation or IParameterReferenceOperation or IInstanceReferenceOperation => true,
        IFieldReferenceOperation { Field: { IsStatic: false, IsVolatile: false }, Instance: { } instance } => IsFreeOfEffects(instance),
        _ => false,
    };

    private static IOperation Unconverted(IOperation value)
    {
        while (value is IConversionOperation { IsImplicit: true } conversion)
        {
            value = conversion.Operand;
        }

        return value;
    }
}
