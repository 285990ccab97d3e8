using ExplicitContext.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.ChangeSignature.Graduating;

/// <summary>The methods, constructors and accessors that code names.</summary>
internal static class MentionedMembers
{
    public static IEnumerable<ISymbol> In(SyntaxNode code, SemanticModel model, CancellationToken cancellationToken) =>
        from node in code.DescendantNodes(descendIntoTrivia: true)
        where node is SimpleNameSyntax or BaseObjectCreationExpressionSyntax or ConstructorInitializerSyntax or ElementAccessExpressionSyntax or ElementBindingExpressionSyntax
        let info = model.GetSymbolInfo(node, cancellationToken)
        from symbol in info.Symbol is { } bound ? [bound] : info.CandidateSymbols.Concat(model.GetMemberGroup(node, cancellationToken))
        from member in symbol is IPropertySymbol { IsIndexer: true } indexer ? new ISymbol?[] { indexer.GetMethod, indexer.SetMethod } : [symbol]
        where member is IMethodSymbol or IPropertySymbol
        let definition = ((member as IMethodSymbol)?.ReducedFrom ?? member).OriginalDefinition
        select definition is IMethodSymbol method ? ExtensionBlocks.Written(method) : definition;
}
