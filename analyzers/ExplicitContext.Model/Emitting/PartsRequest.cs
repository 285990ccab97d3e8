using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Emitting;

/// <summary>What a compilation asks for.</summary>
/// <param name="Contexts">What is a context and an accessor.</param>
/// <param name="Marked">The members and types with an attribute that asks for something, in the order of the sources.</param>
/// <param name="Accessors">The accessors that the compilation declares by attribute.</param>
public sealed record PartsRequest(ContextModel Contexts, ImmutableArray<ISymbol> Marked, ImmutableArray<ISymbol> Accessors);
