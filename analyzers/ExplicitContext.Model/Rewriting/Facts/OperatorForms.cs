using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Model.Rewriting.Facts;

/// <summary>Tells the uses of operators that a person wrote, and a call can take the place of, from those that the language makes.</summary>
internal static class OperatorForms
{
    /// <summary>Whether an operation is such a use of an operator.</summary>
    public static bool IsWritten(IOperation operation, IMethodSymbol callee) => !operation.IsImplicit && OperatorMethods.IsOperator(callee) && operation switch
    {
        IBinaryOperation { IsLifted: false, Syntax: BinaryExpressionSyntax syntax } => !syntax.IsKind(SyntaxKind.LogicalAndExpression) && !syntax.IsKind(SyntaxKind.LogicalOrExpression),
        IUnaryOperation { IsLifted: false, Syntax: PrefixUnaryExpressionSyntax } => true,
        IConversionOperation { Syntax: CastExpressionSyntax, OperatorMethod: { } method } conversion => Is(conversion.Operand.Type, method.Parameters[0].Type) && Is(conversion.Type, method.ReturnType),
        _ => false,
    };

    /// <summary>The type on which the method beside an operator is called, as it is written there; null for what is no operator.</summary>
    public static string? TypeFor(IOperation operation) => operation switch
    {
        IBinaryOperation { OperatorMethod: { } method } => NameOf(method, operation),
        IUnaryOperation { OperatorMethod: { } method } => NameOf(method, operation),
        IConversionOperation { OperatorMethod: { } method } => NameOf(method, operation),
        _ => null,
    };

    private static string NameOf(IMethodSymbol method, IOperation operation) => method.ContainingType.ToMinimalDisplayString(operation.SemanticModel!, operation.Syntax.SpanStart);

    private static bool Is(ITypeSymbol? one, ITypeSymbol other) => SymbolEqualityComparer.Default.Equals(one, other);
}
