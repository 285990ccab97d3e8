using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Model.Rewriting;

/// <summary>What a call with <c>dynamic</c> in it can come to: each candidate where the receiver's type is known, else all members of the source with its name.</summary>
internal static class LateBound
{
    public static IEnumerable<CallFact> In(IOperation operation, SemanticModel model)
    {
        if (operation is not IDynamicInvocationOperation { Syntax: InvocationExpressionSyntax invocation } call)
        {
            return [];
        }

        var info = model.GetSymbolInfo(invocation);
        var known = info.CandidateSymbols.Concat(info.Symbol is { } symbol ? [symbol] : []).OfType<IMethodSymbol>().ToList();
        var candidates = known.Count == 0 && call.Operation is IDynamicMemberReferenceOperation member
            ? model.Compilation.GetSymbolsWithName(member.MemberName, SymbolFilter.Member).OfType<IMethodSymbol>().Where(method => !method.IsStatic)
            : known;
        return candidates
            .Where(method => method.Parameters.Length == call.Arguments.Length || method.Parameters.Any(parameter => parameter.IsOptional || parameter.IsParams))
            .Select(method => new CallFact(method.OriginalDefinition.PartialImplementationPart ?? method.OriginalDefinition, method.IsVirtual || method.IsAbstract || method.IsOverride, invocation, CallForm.LateBound));
    }
}
