using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace ExplicitContext.Model.Incremental;

/// <summary>
/// Numbers the names that matter, so that a search can find by names alone which members could call a member at all. It takes too many, never too few.
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

    /// <summary>What of the bodies of a file a search looks at.</summary>
    public ulong HashOf(TreeFacts tree) => ViewOf(tree).Hash;

    /// <summary>Begins a search through files.</summary>
    public NameSearch Search(IReadOnlyList<TreeFacts> trees) => new([.. trees.Select(tree => ViewOf(tree).Bodies)], links, seeds);

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
        var bodies = new NumberedBody[tree.Bodies.Count];
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

    private sealed record Restricted(ulong Hash, NumberedBody[] Bodies);
}
