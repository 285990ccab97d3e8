using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.ChangeSignature.Syntax;

/// <summary>Asks the compiler what an expression would mean in the place of another one.</summary>
internal static class Speculation
{
    /// <summary>The symbol of a call in the place of one that is in the tree.</summary>
    public static ISymbol? Bind(SyntaxNode place, ExpressionSyntax call, SemanticModel model) =>
        model.GetSpeculativeSymbolInfo(place.SpanStart, Complete(place, call, model), SpeculativeBindingOption.BindAsExpression).Symbol;

    /// <summary>What gets its meaning from around it is written out: the type of <c>new()</c>, the receiver of <c>?.</c></summary>
    private static ExpressionSyntax Complete(SyntaxNode place, ExpressionSyntax call, SemanticModel model)
    {
        if (call is ImplicitObjectCreationExpressionSyntax creation && model.GetTypeInfo(place).Type is { } created)
            return SyntaxFactory.ObjectCreationExpression(NameOf(created), creation.ArgumentList, creation.Initializer).NormalizeWhitespace();

        return Leftmost(call) is MemberBindingExpressionSyntax binding && ReceiverOf(place, model) is { } receiver
            ? call.ReplaceNode(binding, SyntaxFactory.MemberAccessExpression(
                SyntaxKind.SimpleMemberAccessExpression, SyntaxFactory.DefaultExpression(NameOf(receiver)), binding.Name))
            : call;
    }

    private static ExpressionSyntax Leftmost(ExpressionSyntax expression) => expression switch
    {
        InvocationExpressionSyntax invocation => Leftmost(invocation.Expression),
        MemberAccessExpressionSyntax access => Leftmost(access.Expression),
        ElementAccessExpressionSyntax access => Leftmost(access.Expression),
        ConditionalAccessExpressionSyntax access => Leftmost(access.Expression),
        _ => expression,
    };

    private static ITypeSymbol? ReceiverOf(SyntaxNode place, SemanticModel model)
    {
        var conditional = place.Ancestors().OfType<ConditionalAccessExpressionSyntax>().First(access => access.WhenNotNull.Span.Contains(place.Span));
        var type = model.GetTypeInfo(conditional.Expression).Type;
        return type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
    }

    private static TypeSyntax NameOf(ITypeSymbol type) => SyntaxFactory.ParseTypeName(type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat));
}
