using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.Rewriting.Facts;

/// <summary>
/// Tells an overload that calls its original, under a scope or because nothing in it is ambient, from one that has the body itself. What it calls is what overrides the
/// original: called on <c>base</c>, it would come back to the caller.
/// </summary>
public static class ForwardingOverload
{
    /// <summary>Whether an overload is one, for those who have its compilation alone.</summary>
    public static bool Is(IMethodSymbol overload, IMethodSymbol original, ContextModel contexts, CancellationToken cancellationToken)
    {
        overload = IndexerUnit.Defined(overload);
        return MemberSource.Of(overload, cancellationToken) is { } source
            && Is(new BodyBinder(new(contexts, new(contexts), new(contexts)), cancellationToken).Bind(overload, source), original);
    }

    /// <summary>Whether the overload with such a body is one: whatever else it does, each way through it ends in one call of the original on the same object.</summary>
    internal static bool Is(BodyFacts overload, IMethodSymbol original)
    {
        original = IndexerUnit.Defined(original);
        var calls = overload.Calls.Where(call => !call.IsBase && (Is(call.Callee, original) || Is(call.Named, original)) && (original.IsStatic || IsOnThis(call.Site))).Select(call => call.Site).ToList();
        var bodies = BodiesOf(overload.Declaration).ToList();
        return calls.Any(call => call is ConstructorInitializerSyntax)
            || (calls.Count > 0 && bodies.Count > 0 && bodies.All(body => calls.Any(call => body.Span.Contains(call.Span) && IsAllOf(body, call))));
    }

    private static bool Is(IMethodSymbol one, IMethodSymbol other) => SymbolEqualityComparer.Default.Equals(one, other);

    private static IEnumerable<SyntaxNode> BodiesOf(SyntaxNode declaration) => declaration switch
    {
        BaseMethodDeclarationSyntax method => new SyntaxNode?[] { method.Body, method.ExpressionBody }.OfType<SyntaxNode>(),
        IndexerDeclarationSyntax { ExpressionBody: { } arrow } => [arrow],
        IndexerDeclarationSyntax { AccessorList.Accessors: var accessors } => accessors.Select(accessor => (SyntaxNode?)accessor.Body ?? accessor.ExpressionBody).OfType<SyntaxNode>(),
        _ => [],
    };

    private static bool IsOnThis(SyntaxNode site) => (site switch
    {
        InvocationExpressionSyntax invocation => invocation.Expression,
        AssignmentExpressionSyntax assignment => assignment.Left,
        _ => site,
    }) switch
    {
        SimpleNameSyntax or ConstructorInitializerSyntax => true,
        MemberAccessExpressionSyntax access => IsThis(access.Expression),
        ElementAccessExpressionSyntax access => IsThis(access.Expression),
        _ => false,
    };

    private static bool IsThis(ExpressionSyntax expression) => expression switch
    {
        ThisExpressionSyntax => true,
        ParenthesizedExpressionSyntax parenthesized => IsThis(parenthesized.Expression),
        CastExpressionSyntax cast => IsThis(cast.Expression),
        _ => false,
    };

    /// <summary>Whether a call is what a body yields, and stands under nothing but scopes and the like.</summary>
    private static bool IsAllOf(SyntaxNode body, SyntaxNode call)
    {
        var value = Outermost(call);
        if (value.Parent == body)
        {
            return true;
        }

        var held = value.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax local } => local.Identifier.ValueText,
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax local, Parent: ExpressionStatementSyntax } => local.Identifier.ValueText,
            _ => null,
        };
        return value.FirstAncestorOrSelf<StatementSyntax>() is { } statement
            && (held is not null || value.Parent is ReturnStatementSyntax || (statement is ExpressionStatementSyntax && value.Parent == statement))
            && statement.Ancestors().TakeWhile(node => node != body.Parent).All(IsUnconditional)
            && !statement.AncestorsAndSelf().Any(node => node.Parent is FinallyClauseSyntax or CatchClauseSyntax)
            && ReturnsIn(body).All(other => other == statement || (held is not null && other.Expression is IdentifierNameSyntax name && name.Identifier.ValueText == held));
    }

    private static SyntaxNode Outermost(SyntaxNode call)
    {
        while (call.Parent is ParenthesizedExpressionSyntax or AwaitExpressionSyntax or RefExpressionSyntax or CastExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression }
            || (call.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } or InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } }))
        {
            call = call.Parent;
        }

        return call.Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment && assignment.Left == call ? assignment : call;
    }

    private static bool IsUnconditional(SyntaxNode node) =>
        node is BlockSyntax or UsingStatementSyntax or TryStatementSyntax or LockStatementSyntax or CheckedStatementSyntax or UnsafeStatementSyntax or FixedStatementSyntax or VariableDeclarationSyntax;

    private static IEnumerable<ReturnStatementSyntax> ReturnsIn(SyntaxNode body) =>
        body.DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).OfType<ReturnStatementSyntax>();
}
