using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Analyzers.Threads;

/// <summary>
/// Which locks the members of a type take inside of which others, by name, as <c>lock</c> and <c>using</c> show it. Each type is looked through once, in all of its parts.
/// </summary>
internal sealed class LockOrders
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, ILookup<(string Held, string Taken), Location>> types = new(SymbolEqualityComparer.Default);

    /// <summary>Where in a type one lock is taken while another one is held, in the order of files and positions.</summary>
    public IReadOnlyList<Location> Of(INamedTypeSymbol type, string held, string taken, CancellationToken cancellationToken) =>
        [.. types.GetOrAdd(type, candidate => Find(candidate, cancellationToken))[(held, taken)]];

    private static ILookup<(string Held, string Taken), Location> Find(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        var nestings =
            from reference in type.DeclaringSyntaxReferences
            from node in reference.GetSyntax(cancellationToken).DescendantNodes(node => node == reference.GetSyntax(cancellationToken) || node is not BaseTypeDeclarationSyntax)
            from taken in Taken(node)
            from held in Around(node)
            where NameOf(taken) is not null && NameOf(held) is not null && NameOf(taken) != NameOf(held)
            select (Order: (NameOf(held)!, NameOf(taken)!), Location: taken.GetLocation());
        return nestings
            .OrderBy(nesting => nesting.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(nesting => nesting.Location.SourceSpan.Start)
            .ToLookup(nesting => nesting.Order, nesting => nesting.Location);
    }

    /// <summary>The locks that are held around a statement of the same function.</summary>
    private static IEnumerable<ExpressionSyntax> Around(SyntaxNode statement)
    {
        for (var (inner, outer) = (statement, statement.Parent); outer is not null and not (MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax); (inner, outer) = (outer, outer.Parent))
        {
            if (outer is not LocalDeclarationStatementSyntax)
            {
                foreach (var held in Taken(outer))
                    yield return held;
            }

            if (outer is not BlockSyntax block)
                continue;
            foreach (var held in block.Statements.TakeWhile(before => before != inner).OfType<LocalDeclarationStatementSyntax>().SelectMany(Taken))
                yield return held;
        }
    }

    private static IEnumerable<ExpressionSyntax> Taken(SyntaxNode node) => node switch
    {
        LockStatementSyntax statement => [statement.Expression],
        UsingStatementSyntax { Expression: InvocationExpressionSyntax call } => [call],
        UsingStatementSyntax { Declaration: { } declaration } => Entered(declaration),
        LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0, Declaration: var declaration } => Entered(declaration),
        _ => [],
    };

    private static IEnumerable<ExpressionSyntax> Entered(VariableDeclarationSyntax declaration) => declaration.Variables.Select(variable => variable.Initializer?.Value).OfType<InvocationExpressionSyntax>();

    /// <summary>The name of a lock: the last one of <c>this.sync</c>, and of <c>sync</c> in <c>sync.EnterScope()</c>.</summary>
    private static string? NameOf(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var entered, Name.Identifier.ValueText: var method } } when ScopeCalls.EnteringWords.Contains(method) => NameOf(entered),
        ParenthesizedExpressionSyntax parenthesized => NameOf(parenthesized.Expression),
        _ => null,
    };
}
