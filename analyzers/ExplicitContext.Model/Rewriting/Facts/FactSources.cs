using ExplicitContext.Model.Ambient;
using ExplicitContext.Model.Rewriting.Planning;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting.Facts;

/// <summary>What is asked about the operations of a body.</summary>
/// <param name="Contexts">What is a context, and what is ambient.</param>
/// <param name="Lookup">Which context takes the place of a read.</param>
/// <param name="Upstream">What is known of callees in other assemblies.</param>
internal sealed record FactSources(ContextModel Contexts, ContextLookup Lookup, UpstreamCallees Upstream)
{
    /// <summary>Whether a call can concern contexts at all: not what is of another assembly, fixed, and known to read nothing.</summary>
    public bool IsOfConcern(CallFact call) =>
        call.IsVirtual || call.Upstream is not null || IsOfSource(call.Callee) || IsOfSource(call.Named) || AmbientScope.CouldBeOpenedBy(call.Callee);

    private bool IsOfSource(IMethodSymbol method) => MemberSource.IsOwn(method, Contexts.Compilation);
}
