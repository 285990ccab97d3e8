using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Analyzers;

/// <summary>Where in a body an operation stands.</summary>
internal static class Operations
{
    /// <summary>Whether the operation is inside a lambda that becomes an expression tree, which a provider reads as data.</summary>
    public static bool IsInExpressionTree(this IOperation operation)
    {
        for (var outer = operation.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is IConversionOperation { Operand: IAnonymousFunctionOperation, Type: INamedTypeSymbol { Name: "Expression" or "LambdaExpression" } })
                return true;
        }

        return false;
    }

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
