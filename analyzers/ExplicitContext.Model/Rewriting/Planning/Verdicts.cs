using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting.Planning;

/// <summary>What earlier rounds found out about members: of whom there can be no overload, of whom only one that calls the original under a scope, and of whom only one by a name of its own.</summary>
internal sealed class Verdicts
{
    private readonly Dictionary<IMethodSymbol, string> refused = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IMethodSymbol, (string Reason, ImmutableArray<GenerationFinding> Sites)> scoped = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IMethodSymbol, string> failed = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IMethodSymbol, string> renamed = new(SymbolEqualityComparer.Default);

    public string? RefusalOf(IMethodSymbol member) => refused.TryGetValue(member, out var reason) ? reason : null;

    /// <summary>Why the overload of a member must call the original, as a sentence; or null.</summary>
    public string? ScopingOf(IMethodSymbol member) => scoped.TryGetValue(member, out var verdict) ? verdict.Reason : null;

    /// <summary>The places for whose sake it must.</summary>
    public ImmutableArray<GenerationFinding> SitesOf(IMethodSymbol member) => scoped.TryGetValue(member, out var verdict) ? verdict.Sites : [];

    /// <summary>The message of the exception for which a member gets no overload, or null.</summary>
    public string? FaultOf(IMethodSymbol member) => failed.TryGetValue(member, out var message) ? message : null;

    /// <summary>Why the overload of a member must have a name of its own, as a sentence; or null.</summary>
    public string? RenamingOf(IMethodSymbol member) => renamed.TryGetValue(member, out var reason) ? reason : null;

    /// <summary>All members for whose sake overloads have names of their own.</summary>
    public IEnumerable<(IMethodSymbol Member, string Reason)> Renamings => renamed.Select(pair => (pair.Key, pair.Value));

    public void Fail(IMethodSymbol member, string message) => failed[member] = message;

    public void Refuse(IMethodSymbol member, string reason) => refused[member] = reason;

    public void Rename(IMethodSymbol member, string reason) => renamed[member] = reason;

    public void Scope(IMethodSymbol member, string reason, ImmutableArray<GenerationFinding> sites) => scoped[member] = (reason, sites);
}
