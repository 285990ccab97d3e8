using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Model;

/// <summary>Lambdas that become data. A query provider matches the members in them, so what they name must stay.</summary>
public static class ExpressionTrees
{
    /// <summary>Whether an operation is inside a lambda that becomes an expression tree.</summary>
    public static bool IsInExpressionTree(this IOperation operation)
    {
        for (var outer = operation.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is IAnonymousFunctionOperation lambda && lambda.IsExpressionTree())
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a lambda becomes an expression tree.</summary>
    public static bool IsExpressionTree(this IAnonymousFunctionOperation lambda) =>
        lambda.Parent is IConversionOperation { Type: INamedTypeSymbol { Name: "Expression" or "LambdaExpression" } type }
        && type.ContainingNamespace.ToDisplayString() == "System.Linq.Expressions";
}
