using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ExplicitContext.Model.Incremental;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Model.Reach.Inference;

/// <summary>What is known of the bodies in the trees that are alive. Safe for concurrent use; keeps no tree alive.</summary>
public sealed class BindingTable(IBindingObserver? observer)
{
    private readonly ConditionalWeakTable<SyntaxTree, BoundTree> trees = new();
    private long lastId;

    internal BoundTree Of(SyntaxTree tree) => trees.GetValue(tree, _ => new((ulong)Interlocked.Increment(ref lastId)));

    internal ImmutableArray<(TextSpan Part, MemberSummary Member)> Bind(OpenTree tree, HashSet<TextSpan> parts, ContextModel contexts, CancellationToken cancellationToken)
    {
        var members = TreeSummarizer.Summarize(tree.Model, contexts, tree.Keys, parts, cancellationToken);
        observer?.OnBound(tree.Model.SyntaxTree.FilePath, members.Length);
        return members;
    }
}
