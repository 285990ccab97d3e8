using Microsoft.CodeAnalysis;

namespace ExplicitContext.Analyzers.Threads;

/// <summary>The lock that must be held where a member is used.</summary>
/// <param name="Name">How the attribute names it.</param>
/// <param name="Lock">The field or property that is the lock; null for <c>this</c>.</param>
internal sealed record LockGuard(string Name, ISymbol? Lock)
{
    /// <summary>The lock of an instance.</summary>
    public LockPath On(LockPath instance) => Lock is null ? instance : instance.Member(Lock);
}
