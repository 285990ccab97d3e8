using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.CodeFixes;

/// <summary>Asks whether one expression can stand where another one does.</summary>
internal static class ReplacedExpression
{
    /// <summary>Whether the new expression has a type that will do, and can be assigned where the old one is.</summary>
    public static bool Fits(ExpressionSyntax replacement, ExpressionSyntax old, SemanticModel model, CancellationToken cancellationToken)
    {
        var type = model.GetSpeculativeTypeInfo(old.SpanStart, replacement, SpeculativeBindingOption.BindAsExpression).Type;
        var wanted = model.GetTypeInfo(old, cancellationToken);
        return type is not (null or IErrorTypeSymbol)
            && (wanted.ConvertedType ?? wanted.Type) is { } target
            && model.Compilation.ClassifyConversion(type, target) is { IsImplicit: true }
            && !IsMemberName(old)
            && model.GetSpeculativeSymbolInfo(old.SpanStart, replacement, SpeculativeBindingOption.BindAsExpression).Symbol is var symbol
            && (IsReferredTo(old, model, cancellationToken) ? IsVariable(symbol) : !IsAssigned(old) || IsAssignable(symbol));
    }

    // In an initialiser or a pattern only a name can stand, the instance being another one.
    private static bool IsMemberName(ExpressionSyntax read) =>
        read.Parent is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment && assignment.Left == read
        || read.FirstAncestorOrSelf<BaseExpressionColonSyntax>() is { Parent: SubpatternSyntax };

    private static bool IsAssigned(ExpressionSyntax read) => read.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == read,
        PrefixUnaryExpressionSyntax unary => unary.IsKind(SyntaxKind.PreIncrementExpression) || unary.IsKind(SyntaxKind.PreDecrementExpression),
        PostfixUnaryExpressionSyntax unary => unary.IsKind(SyntaxKind.PostIncrementExpression) || unary.IsKind(SyntaxKind.PostDecrementExpression),
        ArgumentSyntax { Parent: TupleExpressionSyntax tuple } => IsAssigned(tuple),
        ParenthesizedExpressionSyntax parenthesized => IsAssigned(parenthesized),
        _ => false,
    };

    /// <summary>Whether a place in memory is meant, which no property is: what is passed by reference, and a struct of which a part is assigned.</summary>
    private static bool IsReferredTo(ExpressionSyntax read, SemanticModel model, CancellationToken cancellationToken) => read.Parent switch
    {
        ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None),
        PrefixUnaryExpressionSyntax unary => unary.IsKind(SyntaxKind.AddressOfExpression),
        ParenthesizedExpressionSyntax parenthesized => IsReferredTo(parenthesized, model, cancellationToken),
        RefExpressionSyntax => true,
        MemberAccessExpressionSyntax access when access.Expression == read && model.GetTypeInfo(read, cancellationToken).Type is { IsValueType: true } =>
            IsAssigned(access) || IsReferredTo(access, model, cancellationToken),
        _ => false,
    };

    private static bool IsVariable(ISymbol? symbol) => symbol is IFieldSymbol { IsReadOnly: false } or IPropertySymbol { RefKind: RefKind.Ref } or IMethodSymbol { RefKind: RefKind.Ref };

    private static bool IsAssignable(ISymbol? symbol) => symbol switch
    {
        IPropertySymbol property => property.SetMethod is not null,
        IFieldSymbol field => !field.IsReadOnly,
        IEventSymbol => true,
        _ => false,
    };
}
