using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Model.Rewriting.Facts;

/// <summary>Calls of overloads with names of their own that are yet to be generated. Nothing is known by such a name, so members are looked up by the one that it is made of.</summary>
internal static class OwnNameCalls
{
    /// <summary>The methods and accessors whose overload a call may name, with one argument more than they take.</summary>
    public static IEnumerable<IMethodSymbol> Candidates(IOperation operation, SemanticModel model)
    {
        if (NameIn(operation) is not { } name || operation.Syntax is not InvocationExpressionSyntax call || !OwnNames.UsualIn(name).Any() || !model.GetSymbolInfo(call).CandidateSymbols.IsEmpty)
        {
            return [];
        }

        var receiver = ReceiverOf(call, model);
        if (receiver is null && call.Expression is not SimpleNameSyntax)
        {
            return [];
        }

        return OwnNames.UsualIn(name).SelectMany(usual => Named(usual, call.SpanStart, receiver, model))
            .Where(method => method.Parameters.Length + 1 == call.ArgumentList.Arguments.Count)
            .Select(method => IndexerUnit.Defined(method.ReducedFrom ?? method));
    }

    /// <summary>Whether a call names the overload of a method that takes a context.</summary>
    public static bool IsOf(IOperation operation, IMethodSymbol method, ContextType context) =>
        OwnNames.CanHaveOne(method) && OwnNames.For(OverloadShape.NameFor(method), context).Contains(NameIn(operation));

    private static string? NameIn(IOperation operation) =>
        operation is IInvalidOperation { Syntax: InvocationExpressionSyntax call } ? Names.In(call.Expression)?.Identifier.ValueText : null;

    private static INamespaceOrTypeSymbol? ReceiverOf(InvocationExpressionSyntax call, SemanticModel model)
    {
        var receiver = call.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Expression,
            MemberBindingExpressionSyntax => call.Ancestors().OfType<ConditionalAccessExpressionSyntax>().FirstOrDefault(access => access.WhenNotNull.Span.Contains(call.Span))?.Expression,
            _ => null,
        };
        return receiver is null ? null : model.GetSymbolInfo(receiver).Symbol as INamespaceOrTypeSymbol ?? model.GetTypeInfo(receiver).Type;
    }

    /// <summary>The methods of a name; for <c>GetX</c> and <c>SetX</c> also the accessors of <c>X</c>.</summary>
    private static IEnumerable<IMethodSymbol> Named(string usual, int position, INamespaceOrTypeSymbol? receiver, SemanticModel model)
    {
        foreach (var method in model.LookupSymbols(position, receiver, usual, includeReducedExtensionMethods: receiver is ITypeSymbol).OfType<IMethodSymbol>())
        {
            yield return method;
        }

        var isGetter = usual.StartsWith("Get", StringComparison.Ordinal);
        if (usual.Length > 3 && (isGetter || usual.StartsWith("Set", StringComparison.Ordinal)))
        {
            foreach (var property in model.LookupSymbols(position, receiver, usual.Substring(3)).OfType<IPropertySymbol>())
            {
                if ((isGetter ? property.GetMethod : property.SetMethod) is { } accessor)
                {
                    yield return accessor;
                }
            }
        }
    }
}
