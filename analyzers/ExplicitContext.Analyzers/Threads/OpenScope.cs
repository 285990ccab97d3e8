using Microsoft.CodeAnalysis;

namespace ExplicitContext.Analyzers.Threads;

/// <summary>A scope that is open at a point of a body.</summary>
/// <param name="Kind">What is so in it.</param>
/// <param name="Site">Where it was opened; null where the body begins in it.</param>
/// <param name="ScopeType">The type whose <c>Dispose</c> ends it; null where a method does.</param>
/// <param name="Lock">Which lock is held, for a lock.</param>
/// <param name="IsCertain">Whether it is open on every way that leads here.</param>
internal sealed record OpenScope(ScopeKind Kind, SyntaxNode? Site, ITypeSymbol? ScopeType, LockPath? Lock, bool IsCertain = true);
