using System.Collections.Immutable;
using ExplicitContext.Model.Incremental;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Model.Reach.Inference;

/// <summary>What is known of the bodies of one tree, as far as they have been bound. Safe for concurrent use.</summary>
/// <param name="id">A number that no other tree has.</param>
internal sealed class BoundTree(ulong id)
{
    private readonly Recent<ulong, Dictionary<TextSpan, List<MemberSummary>>> bodies = new(capacity: 2);

    public ulong Id { get; } = id;

    /// <summary>The members that run some bodies. Only those are bound that have not been bound under the same key.</summary>
    public ImmutableArray<MemberSummary> GetOrBind(ulong key, IReadOnlyCollection<TextSpan> spans, Func<HashSet<TextSpan>, EquatableArray<MemberSummary>> bind)
    {
        lock (bodies)
        {
            var known = bodies.GetOrAdd(key, () => []);
            var missing = new HashSet<TextSpan>(spans.Where(span => !known.ContainsKey(span)));
            var members = missing.Count == 0 ? default : bind(missing);
            foreach (var span in missing)
            {
                // One declaration may run several members: those that the compiler writes for a record.
                known.Add(span, [.. members.Items.Where(member => member.Bodies.Items.Contains(span))]);
            }

            return [.. spans.SelectMany(span => known[span]).Distinct()];
        }
    }
}
