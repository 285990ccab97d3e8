using System.Collections.Immutable;
using ExplicitContext.Model.Incremental;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Model.Reach.Inference;

/// <summary>
/// Binds the parts of bodies that can matter, and no others: first those that mention an accessor's name; then, round after round, those that mention the name
/// of a member that was found to reach one.
/// </summary>
internal sealed class ReachSearch(ImmutableArray<KeyValuePair<SyntaxTree, TreeFacts>> trees, NameSearch names, Func<int, IReadOnlyCollection<TextSpan>, ImmutableArray<(TextSpan Part, MemberSummary Member)>> bind)
{
    private const int MostThreads = 8;
    private readonly List<MemberSummary> bound = [];
    private readonly Dictionary<string, List<(int Tree, int Body)>> bodies = new(StringComparer.Ordinal);

    /// <summary>What is known of the members of which something was bound, part by part.</summary>
    public IReadOnlyCollection<MemberSummary> Members => bound;

    /// <summary>The positions of the trees in which something was bound.</summary>
    public HashSet<int> Trees { get; } = [];

    public void Run(ReachedMembers reached, bool isConcurrent, CancellationToken cancellationToken)
    {
        while (names.Take() is { Count: > 0 } batch)
        {
            var groups = batch.GroupBy(at => at.Tree, at => at.Body).Select(group => (Tree: group.Key, Bodies: group.ToList())).ToList();
            var members = groups.AsParallel().AsOrdered().WithCancellation(cancellationToken).WithDegreeOfParallelism(isConcurrent ? MostThreads : 1)
                .Select(group => (group.Tree, group.Bodies, Members: bind(group.Tree, [.. group.Bodies.Select(body => trees[group.Tree].Value.Bodies[body].Span)])))
                .ToList();
            foreach (var (tree, positions, found) in members)
            {
                Trees.Add(tree);
                Note(tree, positions, found);
            }

            foreach (var key in reached.Add([.. members.SelectMany(entry => entry.Members).Select(part => part.Member)]))
            {
                foreach (var (tree, body) in bodies.TryGetValue(key, out var its) ? its : [])
                {
                    names.Follow(tree, body, reached.StandsIn(key));
                }
            }
        }
    }

    private void Note(int tree, List<int> positions, ImmutableArray<(TextSpan Part, MemberSummary Member)> members)
    {
        var positionsOf = positions.ToLookup(position => trees[tree].Value.Bodies[position].Span);
        foreach (var (part, member) in members)
        {
            bound.Add(member);
            if (!bodies.TryGetValue(member.Key, out var its))
            {
                bodies.Add(member.Key, its = []);
            }

            its.AddRange(positionsOf[part].Select(position => (tree, position)));
        }
    }
}
