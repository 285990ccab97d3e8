using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Model.Rewriting.Facts;

/// <summary>
/// Calls that mean nothing in the compilation that a generator sees: those of overloads that are yet to be generated, and those with an argument that another generator
/// makes. They are matched by the name and the number of arguments.
/// </summary>
internal static class UnboundCalls
{
    /// <summary>The call of the one method that it will go to when its arguments have types; none where there is no such method.</summary>
    public static IEnumerable<CallFact> In(IOperation operation, SemanticModel model) =>
        Candidates(operation, model, more: 0) is [var target] ? [new(target, false, operation.Syntax, CallForm.Invocation) { Ordinal = ExtensionCalls.Ordinal(operation, target) }] : [];

    /// <summary>The methods whose overload a call names that was written for it: one argument more, and a context where the overload takes it.</summary>
    public static IEnumerable<IMethodSymbol> DemandsOf(IOperation operation, SemanticModel model, ContextModel contexts) =>
        Candidates(operation, model, more: 1).Where(method => ContextIn(operation, method, model, contexts) is not null)
            .Concat(OwnNameCalls.Candidates(operation, model).Where(method => ContextIn(operation, method, model, contexts) is { } context && OwnNameCalls.IsOf(operation, method, context)));

    /// <summary>The context that a call hands over where the overload of a method takes it, or null.</summary>
    private static ContextType? ContextIn(IOperation operation, IMethodSymbol method, SemanticModel model, ContextModel contexts) =>
        operation.Syntax is InvocationExpressionSyntax { ArgumentList.Arguments: var arguments } call
        && arguments.ElementAtOrDefault(method.IsExtensionMethod && call.Expression is not MemberAccessExpressionSyntax ? 1 : 0) is { } argument
            ? contexts.GetContextType(model.GetTypeInfo(argument.Expression).Type)
            : null;

    private static List<IMethodSymbol> Candidates(IOperation operation, SemanticModel model, int more) =>
        operation is IInvalidOperation { Syntax: InvocationExpressionSyntax invocation }
            ? [.. model.GetSymbolInfo(invocation).CandidateSymbols.OfType<IMethodSymbol>()
                .Where(method => method.Parameters.Length + more == invocation.ArgumentList.Arguments.Count)
                .Select(method => IndexerUnit.Defined(method.ReducedFrom ?? method))]
            : [];
}
