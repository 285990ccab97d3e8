using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.Availability;

/// <summary>Asks the compiler whether a local has a value for certain where it would be read.</summary>
internal sealed class Assignment(SemanticModel model, SyntaxNode at)
{
    public bool IsCertain(ContextCandidate candidate, CancellationToken cancellationToken) =>
        candidate.Symbol is not ILocalSymbol local || IsCertain(local, at, [], cancellationToken);

    /// <summary>
    /// Inside a local function the compiler asks at its uses, not at the read: what it captures must have a value wherever it is called or
    /// becomes a delegate.
    /// </summary>
    private bool IsCertain(ILocalSymbol local, SyntaxNode read, HashSet<SyntaxNode> seen, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return CapturingFunction(local, read) is { } function
            ? !seen.Add(function) || Uses(function, cancellationToken).All(use => IsCertain(local, use, seen, cancellationToken))
            : IsAssignedAt(local, read);
    }

    private static LocalFunctionStatementSyntax? CapturingFunction(ILocalSymbol local, SyntaxNode read) =>
        local.DeclaringSyntaxReferences is [var declaration]
            ? read.Ancestors().OfType<LocalFunctionStatementSyntax>().LastOrDefault(function => !function.Span.Contains(declaration.Span))
            : null;

    private IEnumerable<SyntaxNode> Uses(LocalFunctionStatementSyntax function, CancellationToken cancellationToken)
    {
        var symbol = model.GetDeclaredSymbol(function, cancellationToken);
        return
            from name in (function.Ancestors().FirstOrDefault(node => node is MemberDeclarationSyntax and not GlobalStatementSyntax) ?? function.SyntaxTree.GetRoot(cancellationToken)).DescendantNodes().OfType<SimpleNameSyntax>()
            where name.Identifier.ValueText == function.Identifier.ValueText && !function.Span.Contains(name.Span)
            where SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol?.OriginalDefinition, symbol)
            select name;
    }

    private bool IsAssignedAt(ILocalSymbol local, SyntaxNode read) =>
        Regions(read).Select(Flow).FirstOrDefault(flow => flow is { Succeeded: true }) is { } found
        && found.DefinitelyAssignedOnEntry.Contains(local, SymbolEqualityComparer.Default);

    private DataFlowAnalysis? Flow(SyntaxNode region) => region switch
    {
        StatementSyntax statement => model.AnalyzeDataFlow(statement),
        ExpressionSyntax expression => model.AnalyzeDataFlow(expression),
        _ => null,
    };

    /// <summary>
    /// The expressions around the read, from the innermost on, up to its statement or to the body of a lambda or member: in <c>o is Engine e ? e : x</c>
    /// only the branch knows that the variable has a value.
    /// </summary>
    private static IEnumerable<SyntaxNode> Regions(SyntaxNode read)
    {
        foreach (var node in read.AncestorsAndSelf())
        {
            if (node is MemberDeclarationSyntax)
                yield break;
            if (node is ExpressionSyntax or (StatementSyntax and not (BlockSyntax or LocalFunctionStatementSyntax)))
                yield return node;
            if (node is StatementSyntax or ExpressionSyntax { Parent: AnonymousFunctionExpressionSyntax or ArrowExpressionClauseSyntax })
                yield break;
        }
    }
}
