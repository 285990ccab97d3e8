using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.ChangeSignature.Syntax;

/// <summary>Expressions to which whatever stands around them binds as it did to a name.</summary>
public static class PrimaryExpression
{
    /// <summary>The expression; in parentheses, if it is anything but a primary one.</summary>
    public static ExpressionSyntax Of(ExpressionSyntax expression) =>
        expression is IdentifierNameSyntax or ThisExpressionSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax
            ? expression
            : SyntaxFactory.ParenthesizedExpression(expression);

    /// <summary>A read with the <c>!</c> that follows it: what is never null needs none.</summary>
    public static ExpressionSyntax WithSuppression(ExpressionSyntax read) =>
        read.Parent is PostfixUnaryExpressionSyntax suppression && suppression.IsKind(SyntaxKind.SuppressNullableWarningExpression) ? suppression : read;
}
