using System.Collections.Concurrent;
using ExplicitContext.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Analyzers.Ownership;

/// <summary>Tells which statics may keep a context: ambient accessors, what they keep it in, and what somebody has audited.</summary>
internal sealed class StaticHomes(ContextModel contexts)
{
    private readonly ConcurrentDictionary<ISymbol, bool> known = new(SymbolEqualityComparer.Default);

    /// <summary>Whether a static member may.</summary>
    public bool Contains(ISymbol member) => known.GetOrAdd(member.OriginalDefinition, IsHome);

    private bool IsHome(ISymbol member) =>
        contexts.GetAmbientAccessor(member) is not null
        || contexts.GetAudit(member) is not null
        || member.ContainingType.GetMembers().Any(other => contexts.GetAmbientAccessor(other) is { Symbol: var accessor } && SymbolEqualityComparer.Default.Equals(accessor, other) && Mentions(accessor, member.Name));

    // What an accessor's own declaration names is what it keeps the context in.
    private static bool Mentions(ISymbol accessor, string name) =>
        accessor.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax().DescendantNodes().Any(node => node is IdentifierNameSyntax identifier && identifier.Identifier.ValueText == name));
}
