using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace ExplicitContext.Model.Incremental;

/// <summary>
/// Finds, by names alone, the members that could reach one of some names at all, so that only those are bound. It takes too many, never too few.
/// One serves a compilation until a declaration changes. Safe for concurrent use.
/// </summary>
internal sealed class NamePass
{
    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private readonly ConditionalWeakTable<TreeFacts, Restricted> views = new();
    private readonly DeclarationIndex index;
    private readonly ImmutableArray<(int Name, int[]? Family)> seeds;
    private readonly ImmutableArray<(int Name, int[] Mentions)> links;
    private readonly int[] everywhere;

    public NamePass(DeclarationIndex index, IReadOnlyCollection<TreeFacts> trees, IEnumerable<ReachableName> seeds)
    {
        this.index = index;
        this.seeds = [.. seeds.Select(seed => (IdOf(seed.Name), FamilyOf(seed.Qualifier)))];
        foreach (var body in trees.SelectMany(tree => tree.Bodies.Items))
        {
            foreach (var name in body.Names)
            {
                IdOf(name);
            }

            FamilyOf(body.Qualifier);
        }

        var all = trees.SelectMany(tree => tree.Links.Items).ToList();
        foreach (var link in all)
        {
            IdOf(link.Name);
        }

        links = [.. all.Select(link => (IdOf(link.Name), Known(link.Mentions)))];
        everywhere = [.. index.GlobalMentions.Where(ids.ContainsKey).Select(IdOf)];
    }

    /// <summary>What of the bodies of a file the pass looks at: files for which it is equal have the same candidates.</summary>
    public ulong HashOf(TreeFacts tree) => ViewOf(tree).Hash;

    /// <summary>The candidates of all files: for the hash of each, the positions of its bodies.</summary>
    public Dictionary<ulong, ImmutableArray<int>> Candidates(IReadOnlyList<TreeFacts> trees)
    {
        var views = trees.Select(ViewOf).Where(view => view.Bodies.Length > 0).ToList();
        var byName = new Dictionary<int, List<(int View, int Body)>>();
        for (var view = 0; view < views.Count; view++)
        {
            for (var body = 0; body < views[view].Bodies.Length; body++)
            {
                foreach (var name in views[view].Bodies[body].Mentions)
                {
                    ListOf(byName, name).Add((view, body));
                }
            }
        }

        var linksByName = new Dictionary<int, List<int>>();
        foreach (var (name, mentions) in links)
        {
            foreach (var mention in mentions)
            {
                ListOf(linksByName, mention).Add(name);
            }
        }

        var reached = new HashSet<(int, int)>();
        var found = new HashSet<(int View, int Body)>();
        var open = new Stack<(int Name, int[]? Family)>(seeds);
        while (open.Count > 0)
        {
            var (name, family) = open.Pop();
            if (!reached.Add((name, family?[0] ?? -1)))
            {
                continue;
            }

            foreach (var linked in family is null && linksByName.TryGetValue(name, out var names) ? names : [])
            {
                open.Push((linked, null));
            }

            foreach (var at in byName.TryGetValue(name, out var mentioning) ? mentioning : [])
            {
                var body = views[at.View].Bodies[at.Body];
                if ((family is null || family.Any(member => Array.BinarySearch(body.Mentions, member) >= 0)) && found.Add(at))
                {
                    foreach (var answer in body.Names)
                    {
                        open.Push((answer, body.Family));
                    }
                }
            }
        }

        return found.GroupBy(at => views[at.View].Hash, at => at.Body).ToDictionary(group => group.Key, group => group.Distinct().OrderBy(body => body).ToImmutableArray());
    }

    private Restricted ViewOf(TreeFacts tree)
    {
        lock (views)
        {
            if (!views.TryGetValue(tree, out var view))
            {
                views.Add(tree, view = Restrict(tree));
            }

            return view;
        }
    }

    private Restricted Restrict(TreeFacts tree)
    {
        var hash = Fingerprint.Empty;
        var bodies = new Body[tree.Bodies.Count];
        for (var i = 0; i < bodies.Length; i++)
        {
            var body = tree.Bodies[i];
            bodies[i] = new([.. body.Names.Items.Select(IdOf)], FamilyOf(body.Qualifier), [.. Known(body.Mentions).Concat(everywhere).Distinct().OrderBy(id => id)]);
            hash = bodies[i].Names.Concat(bodies[i].Mentions).Aggregate(hash.Add(0xB0D1), (sum, id) => sum.Add((ulong)id)).Add((ulong)(bodies[i].Family?[0] ?? -1));
        }

        return new(hash.Value, bodies);
    }

    private int[] Known(EquatableArray<string> names)
    {
        var known = new List<int>();
        foreach (var name in names)
        {
            if (ids.TryGetValue(name, out var id))
            {
                known.Add(id);
            }
        }

        return [.. known];
    }

    /// <summary>The type itself comes first.</summary>
    private int[]? FamilyOf(string? type) => type is null ? null : [IdOf(type), .. index.FamilyOf(type).Where(name => name != type).Select(IdOf)];

    private int IdOf(string name)
    {
        if (!ids.TryGetValue(name, out var id))
        {
            ids.Add(name, id = ids.Count);
        }

        return id;
    }

    private static List<T> ListOf<T>(Dictionary<int, List<T>> lists, int key)
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists.Add(key, list = []);
        }

        return list;
    }

    private sealed record Restricted(ulong Hash, Body[] Bodies);

    private sealed record Body(int[] Names, int[]? Family, int[] Mentions);
}
