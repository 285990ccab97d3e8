using System.Collections.Concurrent;
using System.Collections.Immutable;
using ExplicitContext.Model;
using ExplicitContext.Model.Reach;
using ExplicitContext.Model.Reach.Carrying;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Analyzers.AmbientAccess;

/// <summary>The members of chains as symbols of a compilation. Each is looked up once, and only where something is reported.</summary>
internal sealed class ReachedSymbols(ContextModel contexts)
{
    private readonly ConcurrentDictionary<string, ISymbol?> found = new(StringComparer.Ordinal);

    /// <summary>The accessor at the end of a chain.</summary>
    public AmbientAccessor? AccessorOf(ReachChain chain) => contexts.GetAmbientAccessor(Find(chain.AccessorKey));

    /// <summary>Where the members of a chain and its accessor are declared, as far as that is in this compilation.</summary>
    public ImmutableArray<Location> LocationsOf(ReachChain chain) =>
    [
        .. chain.Members.Append(chain.AccessorKey)
            .Select(key => Find(key)?.Locations.FirstOrDefault(location => location.SourceTree is { } tree && contexts.Compilation.ContainsSyntaxTree(tree)))
            .OfType<Location>(),
    ];

    /// <summary>What to do about a chain: begin where this code ends and the ambient, or the code of others, begins.</summary>
    public string NextStep(ReachChain chain)
    {
        var own = chain.Members.TakeWhile(IsOwn).ToList();
        if (own.Count == 0)
            return $"it belongs to '{AssemblyOf(chain.Members[0])}', so call it in one member marked [ContextEntry], or call an overload that is handed the context";
        var takers = own.Count == chain.Members.Length && own.FindLastIndex(TakesParameters) is var last and >= 0 ? own.Take(last + 1).ToList() : own;
        var innermost = ChainText.NameOf(takers[takers.Count - 1]);
        return own.Count == chain.Members.Length
            ? $"hand the context on in a parameter, beginning with '{innermost}', which reads it"
            : $"hand the context on in a parameter, beginning with '{innermost}', which calls '{AssemblyOf(chain.Members[own.Count])}'";
    }

    /// <summary>A field's initialiser and a static that only forwards to the ambient take none; who runs or reads them has to.</summary>
    private bool TakesParameters(string key) => Find(key) is var member && member is not IFieldSymbol && (member is null || contexts.GetForwarder(member) is null);

    private bool IsOwn(string key) => AssemblyOf(key) == contexts.Compilation.AssemblyName;

    private static string AssemblyOf(string key) => key.Substring(0, key.IndexOf('/'));

    private ISymbol? Find(string key) => found.GetOrAdd(key, sought =>
        DocumentationCommentId.GetSymbolsForDeclarationId(MemberKeys.DocumentationIdOf(sought), contexts.Compilation)
            .FirstOrDefault(symbol => symbol.ContainingAssembly?.Name == AssemblyOf(sought)));
}
