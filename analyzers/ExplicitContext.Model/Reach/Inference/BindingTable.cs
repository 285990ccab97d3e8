using System.Runtime.CompilerServices;
using ExplicitContext.Model.Incremental;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Model.Reach.Inference;

/// <summary>What is known of the bodies of the trees that are alive. Safe for concurrent use; keeps no tree alive.</summary>
public sealed class BindingTable(IBindingObserver? observer)
{
    private readonly ConditionalWeakTable<SyntaxTree, BoundTree> trees = new();
    private long lastId;

    internal BoundTree Of(SyntaxTree tree) => trees.GetValue(tree, _ => new((ulong)Interlocked.Increment(ref lastId)));

    internal EquatableArray<MemberSummary> Bind(SyntaxTree tree, HashSet<TextSpan> bodies, ContextModel contexts, CancellationToken cancellationToken)
    {
        var members = TreeSummarizer.Summarize(contexts.Compilation.GetSemanticModel(tree), contexts, body => bodies.Contains(body.Span), cancellationToken);
        observer?.OnBound(tree.FilePath, members.Count);
        return members;
    }
}
