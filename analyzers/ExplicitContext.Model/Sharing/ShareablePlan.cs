using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Sharing;

/// <summary>What a <c>[Shareable]</c> type consists of, how it crosses, and what stands in the way.</summary>
/// <param name="Type">The type.</param>
/// <param name="Kind">How its instances cross, where nothing stands in the way.</param>
/// <param name="Base">The shareable type that it derives from, or null.</param>
/// <param name="IsPartial">Whether it and all types around it are partial, so that code can be generated.</param>
/// <param name="Members">Its own storage.</param>
/// <param name="Obstacles">Why it is not shareable; empty where it is.</param>
public sealed record ShareablePlan(
    INamedTypeSymbol Type,
    ShareableKind Kind,
    INamedTypeSymbol? Base,
    bool IsPartial,
    ImmutableArray<ShareableMember> Members,
    ImmutableArray<Obstacle> Obstacles);
