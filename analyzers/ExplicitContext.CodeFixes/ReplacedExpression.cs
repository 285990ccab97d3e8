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
            && IsUsable(old, model.GetSpeculativeSymbolInfo(old.SpanStart, replacement, SpeculativeBindingOption.BindAsExpression).Symbol);
    }

    private static bool IsUsable(ExpressionSyntax read, ISymbol? symbol) =>
        IsReferredTo(read) ? IsVariable(symbol)
        : !IsAssigned(read) || IsAssignable(symbol);

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

    private static bool IsReferredTo(ExpressionSyntax read) => read.Parent switch
    {
        ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None),
        PrefixUnaryExpressionSyntax unary => unary.IsKind(SyntaxKind.AddressOfExpression),
        ParenthesizedExpressionSyntax parenthesized => IsReferredTo(parenthesized),
        RefExpressionSyntax => true,
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
