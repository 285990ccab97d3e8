using System.Collections.Immutable;
using ExplicitContext.Model.Incremental;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Model.Reach.Inference;

/// <summary>
/// Binds the parts of bodies that can matter, and no others: first those that mention an accessor's name; then, round after round, those that mention the name
/// of a member that was found to reach one.
/// </summary>
/// <param name="trees">The files.</param>
/// <param name="names">Finds who mentions a name.</param>
/// <param name="look">Takes a closer look at one that was found. Of a file, only one is looked at at a time.</param>
/// <param name="bind">Binds parts of a file.</param>
internal sealed class ReachSearch(
    ImmutableArray<KeyValuePair<SyntaxTree, TreeFacts>> trees,
    NameSearch names,
    Func<Suspect, ImmutableArray<string>> look,
    Func<int, IReadOnlyCollection<TextSpan>, ImmutableArray<(TextSpan Part, MemberSummary Member)>> bind)
{
    private const int MostThreads = 8;
    private readonly List<MemberSummary> bound = [];
    private readonly Dictionary<string, List<(int Tree, int Body)>> bodies = new(StringComparer.Ordinal);

    /// <summary>What is known of the members of which something was bound, part by part.</summary>
    public IReadOnlyCollection<MemberSummary> Members => bound;

    /// <summary>The positions of the trees in which something was bound, or looked at for whether to do so.</summary>
    public HashSet<int> Trees { get; } = [];

    public void Run(ReachedMembers reached, bool isConcurrent, CancellationToken cancellationToken)
    {
        while (names.Take() is { Count: > 0 } batch)
        {
            var looks = Concurrently(batch.Where(suspect => suspect.Name != Suspect.Sure).GroupBy(suspect => suspect.Tree), isConcurrent, cancellationToken)
                .Select(group => group.Select(suspect => (Suspect: suspect, Types: look(suspect))).ToList())
                .ToList();
            var taken = batch.Where(suspect => suspect.Name == Suspect.Sure).Concat(looks.SelectMany(seen => seen).Where(seen => names.Look(seen.Suspect, seen.Types)).Select(seen => seen.Suspect));
            var members = Concurrently(taken.GroupBy(suspect => suspect.Tree, suspect => suspect.Body), isConcurrent, cancellationToken)
                .Select(group => (Tree: group.Key, Bodies: group.Distinct().ToList()))
                .Select(group => (group.Tree, group.Bodies, Members: bind(group.Tree, [.. group.Bodies.Select(body => trees[group.Tree].Value.Bodies[body].Span)])))
                .ToList();
            Trees.UnionWith(batch.Select(suspect => suspect.Tree));
            foreach (var (tree, positions, found) in members)
            {
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

    private static ParallelQuery<T> Concurrently<T>(IEnumerable<T> items, bool isConcurrent, CancellationToken cancellationToken) =>
        items.ToList().AsParallel().AsOrdered().WithCancellation(cancellationToken).WithDegreeOfParallelism(isConcurrent ? MostThreads : 1);

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
