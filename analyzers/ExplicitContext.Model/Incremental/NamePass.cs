using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace ExplicitContext.Model.Incremental;

/// <summary>
/// Numbers the names that matter, so that a search can find by names alone which members could call a member at all. It takes too many, never too few.
/// One serves a compilation until a declaration changes. Safe for concurrent use.
/// </summary>
internal sealed class NamePass
{
    // Where a type of the framework is extended, calls through its own name are not followed; see EdgesOf.
    private static readonly ImmutableHashSet<string> FrameworkCollections = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "List", "IList", "IReadOnlyList", "Dictionary", "IDictionary", "IReadOnlyDictionary", "ConcurrentDictionary", "SortedDictionary", "SortedList", "Collection", "ReadOnlyCollection",
        "ObservableCollection", "Hashtable", "ArrayList", "BitArray", "NameValueCollection", "StringCollection", "StringDictionary", "StringBuilder", "String", "Span", "ReadOnlySpan",
        "ImmutableArray", "ImmutableList", "ImmutableDictionary", "ArraySegment", "XmlAttributeCollection", "XmlNodeList", "DataRow", "DataRowCollection", "DataTable", "Match", "GroupCollection", "MatchCollection");

    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private readonly List<string> names = [];
    private readonly Dictionary<int, HashSet<int>> families = [];
    private readonly Dictionary<int, HashSet<int>> relatives = [];
    private readonly ConditionalWeakTable<TreeFacts, Restricted> views = new();
    private readonly DeclarationIndex index;

    public NamePass(DeclarationIndex index, IReadOnlyCollection<TreeFacts> trees, IEnumerable<ReachableName> seeds)
    {
        this.index = index;
        Seeds = [.. seeds.Select(seed => (Number(seed.Name), seed.Qualifier is { } type ? Number(type) : NumberedBody.None))];
        foreach (var name in trees.SelectMany(tree => tree.Bodies.Items).SelectMany(body => body.Names.Items))
        {
            Number(name);
        }

        var all = trees.SelectMany(tree => tree.Links.Items).ToList();
        foreach (var link in all)
        {
            Number(link.Name);
        }

        // Of types, only those who call are looked for.
        SearchedNames = ids.Count;
        foreach (var type in index.TypeNames)
        {
            Number(type);
        }

        Links = [.. from link in all from mention in link.Mentions.Items where ids.ContainsKey(mention) select (ids[link.Name], ids[mention], link.IsSameCall)];
        Everywhere = [.. index.GlobalMentions.Where(ids.ContainsKey).Select(name => ids[name])];
    }

    /// <summary>The names to begin with, each with the type through whose name alone it is called.</summary>
    public ImmutableArray<(int Name, int Qualifier)> Seeds { get; }

    /// <summary>The names that lead on from others.</summary>
    public ImmutableArray<(int Name, int Mention, bool IsSameCall)> Links { get; }

    /// <summary>What every file mentions by a global using.</summary>
    public ImmutableArray<int> Everywhere { get; }

    /// <summary>How many names can be searched for; they have the lowest numbers.</summary>
    public int SearchedNames { get; }

    /// <summary>What of the bodies of a file a search looks at.</summary>
    public ulong HashOf(TreeFacts tree) => ViewOf(tree).Hash;

    /// <summary>Begins a search through files.</summary>
    public NameSearch Search(IReadOnlyList<TreeFacts> trees, RelatedTypes related) => new(this, [.. trees.Select(tree => ViewOf(tree).Bodies)], related);

    /// <summary>A name by its number.</summary>
    public string NameOf(int name) => names[name];

    /// <summary>The number of a name, or <see cref="NumberedBody.None"/>.</summary>
    public int NumberOf(string name) => TypeOf(name);

    /// <summary>A type with its aliases and all that derive from it.</summary>
    public HashSet<int> FamilyOf(int type) => Known(families, type, index.FamilyOf);

    /// <summary>Every type whose own object can be one of this type too.</summary>
    public HashSet<int> RelativesOf(int type) => Known(relatives, type, index.RelativesOf);

    private HashSet<int> Known(Dictionary<int, HashSet<int>> sets, int type, Func<string, IEnumerable<string>> find)
    {
        lock (sets)
        {
            if (!sets.TryGetValue(type, out var set))
            {
                sets.Add(type, set = [.. find(names[type]).Where(ids.ContainsKey).Select(name => ids[name])]);
            }

            return set;
        }
    }

    private Restricted ViewOf(TreeFacts tree) => views.TryGetValue(tree, out var view) ? view : views.GetValue(tree, Restrict);

    private Restricted Restrict(TreeFacts tree)
    {
        var hash = Fingerprint.Empty;
        var bodies = new NumberedBody[tree.Bodies.Count];
        NumberedBody? last = null;
        for (var i = 0; i < bodies.Length; i++)
        {
            var body = tree.Bodies[i];
            var isOfSameMember = i > 0 && body.Names.Items == tree.Bodies[i - 1].Names.Items;
            var isOfSameType = i > 0 && body.Around.Items == tree.Bodies[i - 1].Around.Items;
            last = bodies[i] = new(
                isOfSameMember ? last!.Names : Numbers(body.Names),
                TypeOf(body.Qualifier),
                TypeOf(body.Type),
                body.Arguments,
                Numbers(body.Mentions),
                isOfSameType ? last!.Around : Numbers(body.Around));
            hash = Add(hash, last);
        }

        return new(hash.Value, bodies);
    }

    private int TypeOf(string? name) => name is not null && ids.TryGetValue(name, out var id) ? id : NumberedBody.None;

    private static Fingerprint Add(Fingerprint hash, NumberedBody body)
    {
        hash = hash.Add(0xB0D1).Add((ulong)body.Qualifier).Add((ulong)body.Type).Add((ulong)body.Arguments.Least).Add((ulong)body.Arguments.Most);
        foreach (var name in body.Names)
        {
            hash = hash.Add((ulong)name);
        }

        foreach (var type in body.Around)
        {
            hash = hash.Add((ulong)type);
        }

        foreach (var mention in body.Mentions)
        {
            hash = hash.Add(((ulong)mention.Name << 24) ^ ((ulong)mention.Receiver << 20) ^ (uint)mention.Arguments).Add((ulong)mention.Type);
        }

        return hash;
    }

    private ImmutableArray<int> Numbers(EquatableArray<string> known)
    {
        var numbers = ImmutableArray.CreateBuilder<int>(known.Count);
        foreach (var name in known)
        {
            if (ids.TryGetValue(name, out var id))
            {
                numbers.Add(id);
            }
        }

        return numbers.ToImmutable();
    }

    private ImmutableArray<NumberedMention> Numbers(EquatableArray<Mention> mentions)
    {
        var numbers = ImmutableArray.CreateBuilder<NumberedMention>(mentions.Count);
        foreach (var mention in mentions)
        {
            if (ids.TryGetValue(mention.Name, out var id))
            {
                var isElsewhere = mention.Receiver == Receiver.Typed && !index.IsType(mention.Type!);
                numbers.Add(isElsewhere && !FrameworkCollections.Contains(mention.Type!)
                    ? new(id, Receiver.Any, mention.Arguments, NumberedBody.None)
                    : new(id, mention.Receiver, mention.Arguments, TypeOf(mention.Type)));
            }
        }

        numbers.Sort((one, other) => (one.Name, one.Receiver, one.Arguments, one.Type).CompareTo((other.Name, other.Receiver, other.Arguments, other.Type)));
        return numbers.ToImmutable();
    }

    private int Number(string name)
    {
        if (!ids.TryGetValue(name, out var id))
        {
            ids.Add(name, id = ids.Count);
            names.Add(name);
        }

        return id;
    }

    private sealed record Restricted(ulong Hash, NumberedBody[] Bodies);
}
