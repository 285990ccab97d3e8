using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Analyzers.Ownership;

/// <summary>Looks, by name, whether a type lets go what one of its members keeps.</summary>
internal static class Letting
{
    private static readonly ImmutableHashSet<string> Removing = ImmutableHashSet.Create(
        StringComparer.Ordinal, "Clear", "Dequeue", "Pop", "Remove", "RemoveAll", "RemoveAt", "RemoveFirst", "RemoveLast", "RemoveWhere", "Take", "TryDequeue", "TryPop", "TryRemove", "TryTake");

    /// <summary>Whether somewhere in the type of a member it is set to null, or something is removed from what it holds.</summary>
    public static bool Go(ISymbol member, CancellationToken cancellationToken) => NodesOf(member.ContainingType, cancellationToken).Any(node => node switch
    {
        AssignmentExpressionSyntax { Left: var left, Right: var right } => IsNamed(left, member.Name) && IsNothing(right),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var receiver, Name.Identifier.ValueText: var method } } when Removing.Contains(method) => IsNamed(receiver, member.Name),
        ConditionalAccessExpressionSyntax { Expression: var receiver, WhenNotNull: InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax { Name.Identifier.ValueText: var method } } } when Removing.Contains(method) => IsNamed(receiver, member.Name),
        ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword, Expression: var argument, Parent: ArgumentListSyntax list } =>
            IsNamed(argument, member.Name) && list.Arguments.Any(other => IsNothing(other.Expression)),
        _ => false,
    });

    /// <summary>Whether somewhere in a type a handler is taken off an event.</summary>
    public static bool Unsubscribes(ISymbol @event, INamedTypeSymbol? type, CancellationToken cancellationToken) =>
        type is not null && NodesOf(type, cancellationToken).Any(node => node.IsKind(SyntaxKind.SubtractAssignmentExpression) && IsNamed(((AssignmentExpressionSyntax)node).Left, @event.Name));

    private static IEnumerable<SyntaxNode> NodesOf(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        type.DeclaringSyntaxReferences.SelectMany(reference => reference.GetSyntax(cancellationToken).DescendantNodes());

    private static bool IsNamed(ExpressionSyntax expression, string name) => expression switch
    {
        IdentifierNameSyntax identifier => identifier.Identifier.ValueText == name,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText == name,
        _ => false,
    };

    private static bool IsNothing(ExpressionSyntax expression) => expression switch
    {
        PostfixUnaryExpressionSyntax suppressed => IsNothing(suppressed.Operand),
        _ => expression.IsKind(SyntaxKind.NullLiteralExpression) || expression.IsKind(SyntaxKind.DefaultLiteralExpression) || expression.IsKind(SyntaxKind.DefaultExpression),
    };
}
