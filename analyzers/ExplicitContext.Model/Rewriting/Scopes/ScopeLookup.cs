using ExplicitContext.Model.Ambient;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting.Scopes;

/// <summary>Answers by which scopes contexts are made ambient, and which methods open them.</summary>
internal sealed class ScopeLookup(ContextModel contexts)
{
    private readonly Dictionary<ISymbol, AmbientScope?> byAccessor = new(SymbolEqualityComparer.Default);
    private readonly HashSet<INamedTypeSymbol> searched = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IMethodSymbol, ContextType> openers = new(SymbolEqualityComparer.Default);

    /// <summary>The scope that belongs to an accessor, or null.</summary>
    public AmbientScope? Of(AmbientAccessor accessor)
    {
        if (!byAccessor.TryGetValue(accessor.Symbol, out var scope))
        {
            byAccessor.Add(accessor.Symbol, scope = AmbientScope.Of(accessor, contexts));
            if (scope is not null)
            {
                openers[scope.Method.OriginalDefinition] = scope.Context;
            }
        }

        return scope;
    }

    /// <summary>Whether a method opens a scope, and so changes what is ambient.</summary>
    public bool Opens(IMethodSymbol method) => OpenedBy(method) is not null;

    /// <summary>The context that a method makes the ambient one; null for one that opens no scope.</summary>
    public ContextType? OpenedBy(IMethodSymbol method)
    {
        if (searched.Count == 0)
        {
            Add(contexts.ConfiguredAccessors);
        }

        if (searched.Add(method.ContainingType) && contexts.IsAnnotated(method.ContainingAssembly))
        {
            Add(method.ContainingType.GetMembers().Where(member => member is { IsStatic: true } and not IMethodSymbol { MethodKind: not MethodKind.Ordinary }).Select(contexts.GetAmbientAccessor).OfType<AmbientAccessor>());
        }

        return openers.TryGetValue(method.OriginalDefinition, out var context) ? context : null;
    }

    private void Add(IEnumerable<AmbientAccessor> accessors)
    {
        foreach (var accessor in accessors)
        {
            Of(accessor);
        }
    }
}
