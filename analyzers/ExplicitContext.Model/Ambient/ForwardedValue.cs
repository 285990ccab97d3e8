using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.Ambient;

/// <summary>The one expression that a getter or a parameterless method hands out, told from syntax.</summary>
public static class ForwardedValue
{
    /// <summary>The expression, where it does no more than name members: <c>Application.Driver</c>, <c>Engine.Find().Options</c>; else null.</summary>
    public static ExpressionSyntax? Of(ISymbol member) => Returned(member) is { } value && IsChainOfNames(value) ? value : null;

    /// <summary>The one expression that the member returns, whatever it is; null where its body does more.</summary>
    public static ExpressionSyntax? Returned(ISymbol member) => member.DeclaringSyntaxReferences is [var reference] && Returned(reference.GetSyntax()) is { } value ? Unwrapped(value) : null;

    /// <summary>The expression without parentheses and null-forgiving.</summary>
    public static ExpressionSyntax Unwrapped(ExpressionSyntax value) => value switch
    {
        ParenthesizedExpressionSyntax parenthesized => Unwrapped(parenthesized.Expression),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed => Unwrapped(suppressed.Operand),
        _ => value,
    };

    private static ExpressionSyntax? Returned(SyntaxNode declaration) => declaration switch
    {
        PropertyDeclarationSyntax { ExpressionBody: { } body } => body.Expression,
        PropertyDeclarationSyntax property => property.AccessorList?.Accessors.FirstOrDefault(accessor => accessor.IsKind(SyntaxKind.GetAccessorDeclaration)) is { } getter
            ? getter.ExpressionBody?.Expression ?? Only(getter.Body) : null,
        MethodDeclarationSyntax method => method.ExpressionBody?.Expression ?? Only(method.Body),
        _ => null,
    };

    private static ExpressionSyntax? Only(BlockSyntax? block) => block is { Statements: [ReturnStatementSyntax { Expression: { } value }] } ? value : null;

    private static bool IsChainOfNames(ExpressionSyntax value) => Unwrapped(value) switch
    {
        NameSyntax => true,
        MemberAccessExpressionSyntax access => IsChainOfNames(access.Expression),
        InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Expression: NameSyntax or MemberAccessExpressionSyntax } call => IsChainOfNames(call.Expression),
        _ => false,
    };
}
