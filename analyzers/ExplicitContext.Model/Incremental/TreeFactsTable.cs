using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Incremental;

/// <summary>The facts of every tree that is alive; each tree is read once. Safe for concurrent use; keeps no tree alive.</summary>
public sealed class TreeFactsTable
{
    private readonly ConditionalWeakTable<SyntaxTree, TreeFacts> facts = new();

    /// <summary>The facts of a tree.</summary>
    public TreeFacts Of(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (!facts.TryGetValue(tree, out var known))
        {
            var read = TreeFactsReader.Read(tree, cancellationToken);
            known = facts.GetValue(tree, _ => read);
        }

        return known;
    }
}
