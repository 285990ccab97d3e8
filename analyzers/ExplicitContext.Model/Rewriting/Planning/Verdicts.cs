using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting.Planning;

/// <summary>What earlier rounds found out about members: of whom there can be no overload, and of whom only one that calls the original under a scope.</summary>
internal sealed class Verdicts
{
    private readonly Dictionary<IMethodSymbol, string> refused = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IMethodSymbol, (string Reason, ImmutableArray<GenerationFinding> Sites)> scoped = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IMethodSymbol, string> failed = new(SymbolEqualityComparer.Default);

    public string? RefusalOf(IMethodSymbol member) => refused.TryGetValue(member, out var reason) ? reason : null;

    /// <summary>Why the overload of a member must call the original, as a sentence; or null.</summary>
    public string? ScopingOf(IMethodSymbol member) => scoped.TryGetValue(member, out var verdict) ? verdict.Reason : null;

    /// <summary>The places for whose sake it must.</summary>
    public ImmutableArray<GenerationFinding> SitesOf(IMethodSymbol member) => scoped.TryGetValue(member, out var verdict) ? verdict.Sites : [];

    /// <summary>The message of the exception for which a member gets no overload, or null.</summary>
    public string? FaultOf(IMethodSymbol member) => failed.TryGetValue(member, out var message) ? message : null;

    public void Fail(IMethodSymbol member, string message) => failed[member] = message;

    public void Refuse(IMethodSymbol member, string reason) => refused[member] = reason;

    public void Scope(IMethodSymbol member, string reason, ImmutableArray<GenerationFinding> sites) => scoped[member] = (reason, sites);
}
