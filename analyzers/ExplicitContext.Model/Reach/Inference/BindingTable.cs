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

    internal ImmutableArray<(TextSpan Part, MemberSummary Member)> Bind(PartSummarizer tree, HashSet<TextSpan> parts, CancellationToken cancellationToken)
    {
        var members = tree.Summarize(parts, cancellationToken);
        observer?.OnBound(tree.Path, members.Length);
        return members;
    }
}
