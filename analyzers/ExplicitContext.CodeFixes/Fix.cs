using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.CodeFixes;

/// <summary>What a fix does for one finding.</summary>
/// <param name="Title">What the light bulb says.</param>
/// <param name="EquivalenceKey">The same for fixes that FixAll applies together.</param>
/// <param name="Old">The node that is replaced.</param>
/// <param name="New">Makes its replacement from the node, which in a FixAll may already hold replacements further in.</param>
internal sealed record Fix(string Title, string EquivalenceKey, SyntaxNode Old, Func<SyntaxNode, SyntaxNode> New)
{
    /// <summary>Other nodes that are replaced in the same go.</summary>
    public ImmutableArray<Fix> Further { get; init; } = [];
}
