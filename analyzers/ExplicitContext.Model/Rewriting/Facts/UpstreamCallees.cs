using ExplicitContext.Model.Reach;
using ExplicitContext.Model.Reach.Carrying;
using ExplicitContext.Model.Rewriting.Planning;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting.Facts;

/// <summary>Callees in other assemblies: what is known of them is their signatures, and what their tables of reach say.</summary>
internal sealed class UpstreamCallees(ContextModel contexts)
{
    private readonly Lazy<ReachIndex> reach = new(() => ReachIndex.Of(contexts.Compilation));

    /// <summary>What a call of another assembly's member means for the caller; null where it concerns no context.</summary>
    public UpstreamCallee? Of(MemberCall call)
    {
        if (call.Callee is not IMethodSymbol method
            || SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, contexts.Compilation.Assembly)
            || !contexts.IsAnnotated(method.ContainingAssembly)
            || contexts.GetAmbientAccessor(method) is not null)
        {
            return null;
        }

        method = (method.ReducedFrom ?? method).OriginalDefinition;
        return TwinOf(method) is { Context: { } context } twin ? new(context, MemberNames.Simple(twin.Overload)) // also of an entry point: it stands for its overload, as in the source
            : contexts.IsEntryPoint(method) || reach.Value.Find(call).IsEmpty ? null
            : new(null, null);
    }

    private (IMethodSymbol Overload, ContextType? Context) TwinOf(IMethodSymbol method) =>
        Twins.Of(method, contexts).FirstOrDefault(twin => contexts.Compilation.IsSymbolAccessibleWithin(twin.Overload, contexts.Compilation.Assembly));
}
