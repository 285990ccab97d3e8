using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.Availability;

/// <summary>Asks the compiler whether a local has a value for certain where it would be read.</summary>
internal sealed class Assignment(SemanticModel model, SyntaxNode at)
{
    public bool IsCertain(ContextCandidate candidate, CancellationToken cancellationToken)
    {
        if (candidate.Symbol is not ILocalSymbol local)
        {
            return true;
        }

        cancellationToken.ThrowIfCancellationRequested();
        return Region() switch
        {
            StatementSyntax statement => IsAssignedBefore(model.AnalyzeDataFlow(statement), local),
            ExpressionSyntax expression => IsAssignedBefore(model.AnalyzeDataFlow(expression), local),
            _ => false,
        };
    }

    private static bool IsAssignedBefore(DataFlowAnalysis? flow, ILocalSymbol local) =>
        flow is { Succeeded: true } && flow.DefinitelyAssignedOnEntry.Contains(local, SymbolEqualityComparer.Default);

    /// <summary>The innermost statement, or the body of an expression-bodied lambda or member, that holds the read.</summary>
    private SyntaxNode? Region()
    {
        foreach (var node in at.AncestorsAndSelf())
        {
            switch (node)
            {
                case StatementSyntax and not (BlockSyntax or LocalFunctionStatementSyntax):
                    return node;
                case ExpressionSyntax { Parent: AnonymousFunctionExpressionSyntax or ArrowExpressionClauseSyntax }:
                    return node;
                case MemberDeclarationSyntax:
                    return null;
            }
        }

        return null;
    }
}
