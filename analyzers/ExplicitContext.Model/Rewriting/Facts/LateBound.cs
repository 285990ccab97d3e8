using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Model.Rewriting.Facts;

/// <summary>What a call, a construction or an element access with <c>dynamic</c> in it can come to: each candidate where the receiver's type is known, else all methods of the source with its name.</summary>
internal static class LateBound
{
    public static IEnumerable<CallFact> In(IOperation operation, SemanticModel model)
    {
        var (candidates, arguments) = operation switch
        {
            IDynamicInvocationOperation { Syntax: InvocationExpressionSyntax } call => (Methods(call, model), call.Arguments.Length),
            IDynamicObjectCreationOperation { Type: INamedTypeSymbol type } creation => (type.InstanceConstructors, creation.Arguments.Length),
            IDynamicIndexerAccessOperation access => (Indexers(access), access.Arguments.Length),
            _ => ([], 0),
        };
        return candidates
            .Where(method => method.Parameters.Length == arguments || method.Parameters.Any(parameter => parameter.IsOptional || parameter.IsParams))
            .Select(method => new CallFact(IndexerUnit.Defined(method), method.IsVirtual || method.IsAbstract || method.IsOverride, operation.Syntax, CallForm.LateBound));
    }

    private static IEnumerable<IMethodSymbol> Methods(IDynamicInvocationOperation call, SemanticModel model)
    {
        var info = model.GetSymbolInfo(call.Syntax);
        var known = info.CandidateSymbols.Concat(info.Symbol is { } symbol ? [symbol] : []).OfType<IMethodSymbol>().ToList();
        return known.Count == 0 && call.Operation is IDynamicMemberReferenceOperation member
            ? model.Compilation.GetSymbolsWithName(member.MemberName, SymbolFilter.Member).OfType<IMethodSymbol>().Where(method => !method.IsStatic)
            : known;
    }

    private static IEnumerable<IMethodSymbol> Indexers(IDynamicIndexerAccessOperation access) =>
        from type in Types(access.Operation.Type)
        from indexer in type.GetMembers(WellKnownMemberNames.Indexer).OfType<IPropertySymbol>()
        let accessor = indexer.GetMethod ?? indexer.SetMethod
        where accessor is not null
        select accessor;

    private static IEnumerable<ITypeSymbol> Types(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            yield return type;
        }
    }
}
