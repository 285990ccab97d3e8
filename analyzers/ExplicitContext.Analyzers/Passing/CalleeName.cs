using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Analyzers.Passing;

/// <summary>The part of a call that names what is called: findings stand there, so that those of a chain of calls do not overlap.</summary>
internal static class CalleeName
{
    public static Location LocationOf(SyntaxNode call) => call switch
    {
        InvocationExpressionSyntax invocation => LocationOf(invocation.Expression),
        MemberAccessExpressionSyntax access => access.Name.GetLocation(),
        MemberBindingExpressionSyntax binding => binding.Name.GetLocation(),
        ObjectCreationExpressionSyntax creation => creation.Type.GetLocation(),
        ImplicitObjectCreationExpressionSyntax creation => creation.NewKeyword.GetLocation(),
        ConstructorInitializerSyntax initializer => initializer.ThisOrBaseKeyword.GetLocation(),
        PrimaryConstructorBaseTypeSyntax @base => @base.Type.GetLocation(),
        _ => call.GetLocation(),
    };
}
