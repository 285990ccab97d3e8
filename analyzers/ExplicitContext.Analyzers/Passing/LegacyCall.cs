using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Analyzers.Passing;

/// <summary>The call by which a context-passing member hands its work to its own legacy twin, and drops the context.</summary>
internal static class LegacyCall
{
    public static IMethodSymbol? In(IEnumerable<IOperation> bodies, IMethodSymbol member, ContextOverloads overloads) =>
        bodies.SelectMany(body => body.DescendantsAndSelf()).OfType<IInvocationOperation>().Select(call => call.TargetMethod)
            .FirstOrDefault(callee => overloads.Of(callee).Any(twin => SymbolEqualityComparer.Default.Equals(twin.Method, member.OriginalDefinition)));
}
