using ExplicitContext.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.ChangeSignature.Syntax;

/// <summary>A node that calls something, and its arguments.</summary>
/// <param name="Node">The invocation, creation, initialiser or base type.</param>
/// <param name="Arguments">Its arguments; an empty list where it has none.</param>
public sealed record CallSyntax(SyntaxNode Node, ArgumentListSyntax Arguments)
{
    /// <summary>The call whose callee is named at a node; null where the name is not called.</summary>
    public static CallSyntax? Of(SyntaxNode callee)
    {
        foreach (var node in callee.AncestorsAndSelf())
        {
            if (ArgumentsOf(node) is { } arguments)
                return new(node, arguments);
            if (node is not (NameSyntax or MemberAccessExpressionSyntax or MemberBindingExpressionSyntax))
                return null;
        }

        return null;
    }

    /// <summary>The same call with other arguments.</summary>
    public static SyntaxNode With(SyntaxNode call, ArgumentListSyntax arguments) => call switch
    {
        InvocationExpressionSyntax invocation => invocation.WithArgumentList(arguments),
        ObjectCreationExpressionSyntax { ArgumentList: null } creation => creation
            .WithType(creation.Type.WithoutTrailingTrivia())
            .WithArgumentList(arguments.WithTrailingTrivia(creation.Type.GetTrailingTrivia())),
        BaseObjectCreationExpressionSyntax creation => creation.WithArgumentList(arguments),
        ConstructorInitializerSyntax initializer => initializer.WithArgumentList(arguments),
        PrimaryConstructorBaseTypeSyntax @base => @base.WithArgumentList(arguments),
        _ => throw new ArgumentException($"A {call.Kind()} is not a call.", nameof(call)),
    };

    /// <summary>The arguments of a call; null where the node is none.</summary>
    public static ArgumentListSyntax? ArgumentsOf(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax invocation => invocation.ArgumentList,
        BaseObjectCreationExpressionSyntax creation => creation.ArgumentList ?? SyntaxFactory.ArgumentList(),
        ConstructorInitializerSyntax initializer => initializer.ArgumentList,
        PrimaryConstructorBaseTypeSyntax @base => @base.ArgumentList,
        _ => null,
    };

    /// <summary>The same call of a method of another name; as it is where no name is given.</summary>
    public static SyntaxNode Named(SyntaxNode call, string? name) =>
        name is not null && call is InvocationExpressionSyntax invocation && Names.In(invocation.Expression) is { } called
            ? call.ReplaceToken(called.Identifier, SyntaxFactory.Identifier(name).WithTriviaFrom(called.Identifier))
            : call;

    /// <summary>What the call would call with other arguments, and by another name where one is given.</summary>
    public ISymbol? Bind(ArgumentListSyntax arguments, SemanticModel model, string? name = null) => With(Named(Node, name), arguments) switch
    {
        ExpressionSyntax expression => Speculation.Bind(Node, expression, model),
        ConstructorInitializerSyntax initializer => model.GetSpeculativeSymbolInfo(Node.SpanStart, initializer).Symbol,
        PrimaryConstructorBaseTypeSyntax @base => model.GetSpeculativeSymbolInfo(Node.SpanStart, @base).Symbol,
        _ => null,
    };
}
