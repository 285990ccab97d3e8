using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ExplicitContext.Model.Incremental;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Model.Reach.Inference;

/// <summary>
/// The summaries of trees that are alive, each with the key of all that its binding depended on. Safe for concurrent use; keeps no tree alive.
/// </summary>
public sealed class BindingTable(IBindingObserver? observer)
{
    private readonly ConditionalWeakTable<SyntaxTree, Recent<ulong, BoundTree>> trees = new();
    private long lastId;

    /// <summary>Binds the candidates of a tree, unless it has been done under the same key.</summary>
    internal BoundTree GetOrBind(SyntaxTree tree, ulong key, ImmutableArray<TextSpan> candidates, Func<ContextModel> contexts, CancellationToken cancellationToken) =>
        trees.GetValue(tree, _ => new(capacity: 2)).GetOrAdd(key, () => Bind(tree, [.. candidates], contexts(), cancellationToken));

    private BoundTree Bind(SyntaxTree tree, HashSet<TextSpan> candidates, ContextModel contexts, CancellationToken cancellationToken)
    {
        var members = TreeSummarizer.Summarize(contexts.Compilation.GetSemanticModel(tree), contexts, body => candidates.Contains(body.Span), cancellationToken);
        observer?.OnBound(tree.FilePath, members.Count);
        return new((ulong)Interlocked.Increment(ref lastId), members);
    }
}
