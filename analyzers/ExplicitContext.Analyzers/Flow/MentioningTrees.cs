using System.Collections.Concurrent;
using ExplicitContext.Model;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Analyzers.Flow;

/// <summary>
/// Which files mention one of some words at all. Following a body costs; looking for a word in a text next to nothing, and each file is looked at once. For one compilation; safe for concurrent use.
/// </summary>
internal sealed class MentioningTrees(params IReadOnlyCollection<string> words)
{
    private readonly ConcurrentDictionary<SyntaxTree, bool> known = new();

    /// <summary>Whether a file does.</summary>
    public bool Contains(SyntaxTree tree) => known.GetOrAdd(tree, candidate => candidate.GetText().ContainsAny(words));

    /// <summary>Whether a file does that one of the bodies stands in.</summary>
    public bool Contain(IEnumerable<IOperation> bodies) => bodies.Any(body => Contains(body.Syntax.SyntaxTree));
}
