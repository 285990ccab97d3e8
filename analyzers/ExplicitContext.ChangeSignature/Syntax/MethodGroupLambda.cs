using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.ChangeSignature.Syntax;

/// <summary>A lambda that stands for a method group and passes the context besides: <c>Foo</c> becomes <c>x => Foo(tstate, x)</c>.</summary>
public sealed class MethodGroupLambda
{
    private readonly IMethodSymbol method;
    private readonly string context;
    private readonly SemanticModel model;

    private MethodGroupLambda(ExpressionSyntax group, IMethodSymbol method, string context, SemanticModel model)
    {
        Group = group;
        this.method = method;
        this.context = context;
        this.model = model;
    }

    /// <summary>The method group.</summary>
    public ExpressionSyntax Group { get; }

    /// <summary>What goes in front of the group.</summary>
    public string Before => (IsOperand ? "(" : "") + Parameters + " => ";

    /// <summary>What goes behind the group.</summary>
    public string After => Arguments(method.Parameters.Select(parameter => Free(parameter.Name))) + (IsOperand ? ")" : "");

    /// <summary>Makes the lambda; null where one cannot be written.</summary>
    public static MethodGroupLambda? Create(SimpleNameSyntax name, string context, SemanticModel model, CancellationToken cancellationToken)
    {
        ExpressionSyntax group = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        return model.GetSymbolInfo(group, cancellationToken).Symbol is IMethodSymbol method
            && !method.Parameters.Any(parameter => parameter.RefKind != RefKind.None || parameter.IsParams)
            && IsStable((group as MemberAccessExpressionSyntax)?.Expression, model, cancellationToken)
                ? new(group, method, context, model)
                : null;
    }

    /// <summary>The lambda in place of the group.</summary>
    public SyntaxNode Replace(SyntaxNode group) => SyntaxFactory.ParseExpression(Before + group.WithoutTrivia() + After).WithTriviaFrom(group);

    /// <summary>Whether the lambda would call an overload that is there: binds the call with values of the parameters' types.</summary>
    public bool Calls(string overload)
    {
        var values = method.Parameters.Select(parameter => $"default({Minimal(parameter.Type)})");
        var call = SyntaxFactory.ParseExpression(Group.WithoutTrivia() + Arguments(values));
        var called = model.GetSpeculativeSymbolInfo(Group.SpanStart, call, SpeculativeBindingOption.BindAsExpression).Symbol as IMethodSymbol;
        return (called?.ReducedFrom ?? called)?.OriginalDefinition.GetDocumentationCommentId() == overload;
    }

    /// <summary>A method group evaluates its receiver once, a lambda each time: they are the same only where that makes no difference.</summary>
    private static bool IsStable(ExpressionSyntax? receiver, SemanticModel model, CancellationToken cancellationToken) =>
        receiver is null or ThisExpressionSyntax or BaseExpressionSyntax
        || model.GetSymbolInfo(receiver, cancellationToken).Symbol is INamespaceOrTypeSymbol or IFieldSymbol { IsReadOnly: true };

    /// <summary>An arrow reaches as far as it can, so among operators the lambda stands in parentheses.</summary>
    private bool IsOperand => Group.Parent is CastExpressionSyntax or BinaryExpressionSyntax or ConditionalExpressionSyntax or MemberAccessExpressionSyntax;

    /// <summary>Where <c>var</c> takes its type from the group, the lambda has to say the types.</summary>
    private string Parameters
    {
        get
        {
            var isTyped = Group.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type.IsVar: true } } };
            var names = method.Parameters.Select(parameter => (isTyped ? Minimal(parameter.Type) + " " : "") + Free(parameter.Name)).ToList();
            return names is [var only] && !isTyped ? only : $"({string.Join(", ", names)})";
        }
    }

    private string Free(string name) =>
        IsUsed(name) ? name + "Value"
        : SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name
        : "@" + name;

    /// <summary>Whether the name means something in the lambda, or around it, where C# lets no lambda hide a variable before version 8.</summary>
    private bool IsUsed(string name) =>
        model.LookupSymbols(Group.SpanStart, name: name).Any(symbol => symbol is ILocalSymbol or IParameterSymbol)
        || SyntaxFactory.ParseExpression(Group.WithoutTrivia() + Arguments([])).DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name);

    private string Arguments(IEnumerable<string> values) => $"({string.Join(", ", [context, .. values])})";

    private string Minimal(ITypeSymbol type) => type.ToMinimalDisplayString(model, NullableFlowState.None, Group.SpanStart);
}
