using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace ExplicitContext.Analyzers.Threads;

/// <summary>What is so at a point of a body.</summary>
/// <param name="Open">The scopes that are open, the innermost last.</param>
/// <param name="IsKnown">Whether it is known from where the body is called; if not, more may be open.</param>
/// <param name="Captured">What the graph keeps aside while it branches.</param>
internal sealed record ScopedPoint(ImmutableArray<OpenScope> Open, bool IsKnown, IReadOnlyDictionary<CaptureId, IOperation> Captured)
{
    /// <summary>Whether the thread has certainly given the interpreter's lock back here.</summary>
    public bool IsDetached => Last is { Kind: ScopeKind.Detached, IsCertain: true };

    /// <summary>Whether the thread certainly holds an interpreter's lock here.</summary>
    public bool IsAttached => Last is { Kind: ScopeKind.Attached, IsCertain: true };

    /// <summary>The locks that are certainly held.</summary>
    public IEnumerable<OpenScope> Locks => Open.Where(scope => scope is { Kind: ScopeKind.Lock, IsCertain: true });

    private OpenScope? Last => Open.LastOrDefault(scope => scope.Kind is ScopeKind.Attached or ScopeKind.Detached);
}
