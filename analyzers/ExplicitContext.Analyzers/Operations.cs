using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Analyzers;

/// <summary>Where in a body an operation stands.</summary>
internal static class Operations
{
    /// <summary>The operation without the conversions and parentheses around it.</summary>
    public static IOperation WithoutConversions(this IOperation operation) => operation switch
    {
        IConversionOperation { OperatorMethod: null } conversion => conversion.Operand.WithoutConversions(),
        IParenthesizedOperation parenthesized => parenthesized.Operand.WithoutConversions(),
        _ => operation,
    };

    /// <summary>The operation together with the implicit conversions of its value.</summary>
    public static IOperation WithImplicitConversions(this IOperation operation)
    {
        while (operation.Parent is IConversionOperation { IsImplicit: true } conversion)
            operation = conversion;
        return operation;
    }
}
