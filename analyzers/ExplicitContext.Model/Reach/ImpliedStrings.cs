using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Model.Reach;

/// <summary>What joining a value to a string calls: its <c>ToString</c>, or in an interpolation its formatting members.</summary>
internal static class ImpliedStrings
{
    public static void Add(CalleeList callees, IOperation operation)
    {
        switch (operation)
        {
            case IBinaryOperation binary when binary.ConstantValue is not { HasValue: true }:
                AddToString(callees, binary.LeftOperand);
                AddToString(callees, binary.RightOperand);
                break;
            case ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String, OperatorMethod: null } assignment:
                AddToString(callees, assignment.Value);
                break;
            case IInterpolationOperation { Parent: IInterpolatedStringOperation { ConstantValue.HasValue: false } } interpolation:
                AddToString(callees, interpolation.Expression);
                AddFormatting(callees, TypeOf(interpolation.Expression));
                break;
        }
    }

    /// <summary>The <c>ToString</c> that runs where a value of a type is shown; null for the types of the framework that never lead back here.</summary>
    public static IMethodSymbol? ToStringOf(ITypeSymbol? type)
    {
        if (type is null or { SpecialType: not (SpecialType.None or SpecialType.System_Object) } or { TypeKind: TypeKind.Enum or TypeKind.Array or TypeKind.Pointer or TypeKind.Delegate or TypeKind.Error })
        {
            return null;
        }

        for (var at = type is { TypeKind: TypeKind.Interface or TypeKind.TypeParameter } ? null : type; at is not null; at = at.BaseType)
        {
            if (at.GetMembers("ToString").OfType<IMethodSymbol>().FirstOrDefault(method => method is { IsStatic: false, Parameters.IsEmpty: true }) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static void AddToString(CalleeList callees, IOperation operand)
    {
        var type = TypeOf(operand);
        if (type is { TypeKind: TypeKind.Interface or TypeKind.TypeParameter } && operand.SemanticModel?.Compilation is { } compilation)
        {
            callees.AddImplied(ToStringOf(compilation.GetSpecialType(SpecialType.System_Object)), type);
        }
        else if (ToStringOf(type) is { } method)
        {
            callees.AddImplied(method, type);
        }
    }

    private static void AddFormatting(CalleeList callees, ITypeSymbol? type)
    {
        foreach (var implemented in type is { SpecialType: SpecialType.None, TypeKind: not TypeKind.Enum } ? type.AllInterfaces : [])
        {
            if (implemented is { Name: "IFormattable" or "ISpanFormattable", ContainingNamespace.Name: "System" })
            {
                callees.AddImplied(implemented.GetMembers().OfType<IMethodSymbol>().FirstOrDefault(method => method.Name is "ToString" or "TryFormat"), type);
            }
        }
    }

    private static ITypeSymbol? TypeOf(IOperation operand)
    {
        while (operand is IConversionOperation { IsImplicit: true, OperatorMethod: null, Operand: { Type: not null } inner })
        {
            operand = inner;
        }

        return CalleeList.Unwrapped(operand.Type);
    }
}
