using System.Collections.Immutable;
using ExplicitContext.Model.Incremental;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Model.Reach.Inference;

/// <summary>What is known of the parts of bodies in one tree, as far as they have been bound. Safe for concurrent use.</summary>
/// <param name="id">A number that no other tree has.</param>
internal sealed class BoundTree(ulong id)
{
    private readonly Recent<ulong, Dictionary<TextSpan, ImmutableArray<MemberSummary>>> parts = new(capacity: 2);

    public ulong Id { get; } = id;

    /// <summary>What some parts do, each for the member that runs it. Only those are bound that have not been bound under the same key.</summary>
    public ImmutableArray<(TextSpan Part, MemberSummary Member)> GetOrBind(
        ulong key, IReadOnlyCollection<TextSpan> spans, Func<HashSet<TextSpan>, ImmutableArray<(TextSpan Part, MemberSummary Member)>> bind)
    {
        lock (parts)
        {
            var known = parts.GetOrAdd(key, () => []);
            var missing = new HashSet<TextSpan>(spans.Where(span => !known.ContainsKey(span)));
            if (missing.Count > 0)
            {
                // One declaration may run several members: those that the compiler writes for a record.
                var bound = bind(missing).ToLookup(summary => summary.Part, summary => summary.Member);
                foreach (var span in missing)
                {
                    known.Add(span, [.. bound[span]]);
                }
            }

            return [.. from span in spans.Distinct() from member in known[span] select (span, member)];
        }
    }
}
