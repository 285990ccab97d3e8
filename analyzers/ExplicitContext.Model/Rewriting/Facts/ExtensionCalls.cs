using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.Rewriting.Facts;

/// <summary>The two ways to call an extension: on its receiver, or with the receiver as the first argument.</summary>
internal static class ExtensionCalls
{
    /// <summary>How many arguments of a call stand before the context.</summary>
    public static int Ordinal(IOperation operation, IMethodSymbol callee) =>
        operation is { Syntax: InvocationExpressionSyntax syntax, SemanticModel: { } model }
            && (callee.IsExtensionMethod || (ExtensionBlocks.IsBlock(callee.ContainingType) && !callee.IsStatic))
            && model.GetSymbolInfo(syntax) is var info
            && (info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) is IMethodSymbol { ReducedFrom: null, IsStatic: true }
            ? 1
            : 0;
}
