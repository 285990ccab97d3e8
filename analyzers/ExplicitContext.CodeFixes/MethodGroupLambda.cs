using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.CodeFixes;

/// <summary>A lambda that stands for a method group and passes the context besides: <c>Foo</c> becomes <c>x => Foo(tstate, x)</c>.</summary>
internal sealed class MethodGroupLambda
{
    private readonly string context;
    private readonly IReadOnlyList<string> names;

    private MethodGroupLambda(ExpressionSyntax group, string context, IReadOnlyList<string> names)
    {
        Group = group;
        this.context = context;
        this.names = names;
    }

    /// <summary>The method group.</summary>
    public ExpressionSyntax Group { get; }

    /// <summary>Makes the lambda; null where one cannot be written or would not call the overload.</summary>
    public static MethodGroupLambda? Create(SimpleNameSyntax name, string context, string overload, SemanticModel model, CancellationToken cancellationToken)
    {
        ExpressionSyntax group = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        if (model.GetSymbolInfo(group, cancellationToken).Symbol is not IMethodSymbol method
            || method.Parameters.Any(parameter => parameter.RefKind != RefKind.None || parameter.IsParams)
            || !IsStable((group as MemberAccessExpressionSyntax)?.Expression, model, cancellationToken))
        {
            return null;
        }

        var lambda = new MethodGroupLambda(group, context, [.. method.Parameters.Select(parameter => Free(parameter.Name, context))]);
        return lambda.Calls(overload, method, model) ? lambda : null;
    }

    /// <summary>The lambda in place of the group.</summary>
    public SyntaxNode Replace(SyntaxNode group) =>
        SyntaxFactory.ParseExpression($"{Parameters} => {Call(group, names)}").WithTriviaFrom(group);

    private string Parameters => names.Count == 1 ? names[0] : $"({string.Join(", ", names)})";

    /// <summary>A method group evaluates its receiver once, a lambda each time: they are the same only where that makes no difference.</summary>
    private static bool IsStable(ExpressionSyntax? receiver, SemanticModel model, CancellationToken cancellationToken) =>
        receiver is null or ThisExpressionSyntax or BaseExpressionSyntax
        || model.GetSymbolInfo(receiver, cancellationToken).Symbol is INamespaceOrTypeSymbol or IFieldSymbol { IsReadOnly: true };

    private static string Free(string name, string context) =>
        context.Split('.')[0].TrimStart('@') == name ? name + "Value"
        : SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name
        : "@" + name;

    /// <summary>Binds the call with values of the parameters' types.</summary>
    private bool Calls(string overload, IMethodSymbol method, SemanticModel model)
    {
        var values = method.Parameters.Select(parameter => $"default({parameter.Type.ToMinimalDisplayString(model, NullableFlowState.None, Group.SpanStart)})");
        var call = SyntaxFactory.ParseExpression(Call(Group, values));
        var called = model.GetSpeculativeSymbolInfo(Group.SpanStart, call, SpeculativeBindingOption.BindAsExpression).Symbol as IMethodSymbol;
        return (called?.ReducedFrom ?? called)?.OriginalDefinition.GetDocumentationCommentId() == overload;
    }

    private string Call(SyntaxNode group, IEnumerable<string> values) => $"{group.WithoutTrivia()}({string.Join(", ", [context, .. values])})";
}
