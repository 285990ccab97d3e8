using Microsoft.CodeAnalysis;

namespace ExplicitContext.Analyzers.Threads;

/// <summary>A place where one lock is taken while another one is held.</summary>
/// <param name="Held">The lock that is held.</param>
/// <param name="Taken">The lock that is taken.</param>
/// <param name="Site">Where it is taken.</param>
internal sealed record LockNesting(ISymbol Held, ISymbol Taken, SyntaxNode Site);
