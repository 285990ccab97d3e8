using System.Collections.Immutable;

namespace ExplicitContext.Model.Incremental;

/// <summary>
/// Finds the bodies that mention names, round after round: those of the first names; then, for each body that turned out to matter, those that
/// mention the names under which it is called.
/// </summary>
internal sealed class NameSearch
{
    private readonly ImmutableArray<NumberedBody[]> trees;
    private readonly Dictionary<int, List<(int Tree, int Body)>> mentioning = [];
    private readonly Dictionary<int, List<int>> standIns = [];
    private readonly HashSet<(int Name, int Family)> seen = [];
    private readonly HashSet<(int Tree, int Body)> found = [];
    private readonly Stack<(int Name, int[]? Family)> open;

    public NameSearch(ImmutableArray<NumberedBody[]> trees, ImmutableArray<(int Name, int[] Mentions)> links, IEnumerable<(int Name, int[]? Family)> seeds)
    {
        this.trees = trees;
        open = new(seeds);
        for (var tree = 0; tree < trees.Length; tree++)
        {
            for (var body = 0; body < trees[tree].Length; body++)
            {
                foreach (var name in trees[tree][body].Mentions)
                {
                    ListOf(mentioning, name).Add((tree, body));
                }
            }
        }

        foreach (var (name, mentions) in links)
        {
            foreach (var mention in mentions)
            {
                ListOf(standIns, mention).Add(name);
            }
        }
    }

    /// <summary>The bodies that have not been taken yet.</summary>
    public List<(int Tree, int Body)> Take()
    {
        var taken = new List<(int Tree, int Body)>();
        while (open.Count > 0)
        {
            var (name, family) = open.Pop();
            if (!seen.Add((name, family?[0] ?? -1)))
            {
                continue;
            }

            foreach (var other in family is null && standIns.TryGetValue(name, out var names) ? names : [])
            {
                open.Push((other, null));
            }

            foreach (var at in mentioning.TryGetValue(name, out var bodies) ? bodies : [])
            {
                if (IsCallable(family, trees[at.Tree][at.Body]) && found.Add(at))
                {
                    taken.Add(at);
                }
            }
        }

        return taken;
    }

    /// <summary>Goes on to those who may call a body.</summary>
    public void Follow(int tree, int body)
    {
        var followed = trees[tree][body];
        foreach (var name in followed.Names)
        {
            open.Push((name, followed.Family));
        }
    }

    private static bool IsCallable(int[]? family, NumberedBody body) =>
        family is null || Array.Exists(family, member => Array.BinarySearch(body.Mentions, member) >= 0);

    private static List<T> ListOf<T>(Dictionary<int, List<T>> lists, int key)
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists.Add(key, list = []);
        }

        return list;
    }
}
