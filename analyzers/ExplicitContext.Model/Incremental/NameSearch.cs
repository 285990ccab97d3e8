using System.Collections.Immutable;

namespace ExplicitContext.Model.Incremental;

/// <summary>
/// Finds the parts of bodies that mention names, round after round: those of the first names; then, for each body that turned out to matter, those that can call it: by one of
/// its names, on a receiver that can lead to it, with as many arguments as it can take.
/// </summary>
internal sealed class NameSearch
{
    private readonly NamePass pass;
    private readonly ImmutableArray<NumberedBody[]> trees;
    private readonly bool[][] found;
    private readonly List<Place>?[] onAny;
    private readonly Dictionary<int, List<Place>>?[] onOwn;
    private readonly Dictionary<int, List<(int Name, bool IsSameCall)>> standIns = [];
    private readonly HashSet<Target> seen = [];
    private readonly Stack<Target> open = new();

    public NameSearch(NamePass pass, ImmutableArray<NumberedBody[]> trees)
    {
        this.pass = pass;
        this.trees = trees;
        found = [.. trees.Select(tree => new bool[tree.Length])];
        onAny = new List<Place>?[pass.SearchedNames];
        onOwn = new Dictionary<int, List<Place>>?[pass.SearchedNames];
        for (var tree = 0; tree < trees.Length; tree++)
        {
            for (var body = 0; body < trees[tree].Length; body++)
            {
                foreach (var mention in trees[tree][body].Mentions)
                {
                    Note(mention, new(tree, body, mention.Receiver, mention.Arguments));
                }
            }
        }

        foreach (var (name, mention, isSameCall) in pass.Links)
        {
            ListOf(standIns, mention).Add((name, isSameCall));
        }

        foreach (var (name, qualifier) in pass.Seeds)
        {
            Open(name, qualifier, qualifier, ArgumentRange.Unlimited);
        }
    }

    /// <summary>The parts that have not been taken yet.</summary>
    public List<(int Tree, int Body)> Take()
    {
        var taken = new List<(int Tree, int Body)>();
        while (open.Count > 0)
        {
            var target = open.Pop();
            if (!seen.Add(target))
            {
                continue;
            }

            if (target.IsOwn)
            {
                TakeOwn(target, taken);
                continue;
            }

            foreach (var (other, isSameCall) in target.Type == NumberedBody.None && standIns.TryGetValue(target.Name, out var names) ? names : [])
            {
                Open(other, NumberedBody.None, NumberedBody.None, isSameCall ? target.Arguments : ArgumentRange.Unlimited);
            }

            var family = target.Type == NumberedBody.None ? null : pass.FamilyOf(target.Type);
            foreach (var at in onAny[target.Name] ?? [])
            {
                if (target.Arguments.Admits(at.Arguments) && !found[at.Tree][at.Body] && (family is null || Mentions(at, family)))
                {
                    Take(at, taken);
                }
            }
        }

        return taken;
    }

    /// <summary>Goes on to those who may call a body.</summary>
    /// <param name="tree">The position of its file.</param>
    /// <param name="body">Its position in the file.</param>
    /// <param name="standsIn">Whether it runs where another member is called, whose parameters may have other defaults.</param>
    public void Follow(int tree, int body, bool standsIn)
    {
        var followed = trees[tree][body];
        foreach (var name in followed.Names)
        {
            Open(name, followed.Qualifier, followed.Type, standsIn ? ArgumentRange.Unlimited : followed.Arguments);
        }
    }

    private void Open(int name, int qualifier, int type, ArgumentRange arguments)
    {
        open.Push(new(name, IsOwn: false, qualifier, arguments));
        open.Push(new(name, IsOwn: true, type, arguments));
    }

    private void Note(NumberedMention mention, Place place)
    {
        if (mention.Name >= pass.SearchedNames)
        {
            return;
        }

        if (mention.Receiver == Receiver.Any)
        {
            (onAny[mention.Name] ??= []).Add(place);
            return;
        }

        var lists = onOwn[mention.Name] ??= [];
        ListOf(lists, NumberedBody.None).Add(place);
        foreach (var type in mention.Receiver != Receiver.Typed ? trees[place.Tree][place.Body].Around : mention.Type == NumberedBody.None ? [] : [mention.Type])
        {
            ListOf(lists, type).Add(place);
        }
    }

    private void TakeOwn(Target target, List<(int Tree, int Body)> taken)
    {
        if (onOwn[target.Name] is not { } lists)
        {
            return;
        }

        var family = target.Type == NumberedBody.None ? null : pass.FamilyOf(target.Type);
        var relatives = target.Type == NumberedBody.None ? null : pass.RelativesOf(target.Type);
        if (family is null || relatives is null || relatives.Overlaps(pass.Everywhere))
        {
            TakeAll(lists[NumberedBody.None], target, family: null, taken);
            return;
        }

        foreach (var type in lists.Count < relatives.Count ? lists.Keys.Where(relatives.Contains) : relatives.Where(lists.ContainsKey))
        {
            TakeAll(lists[type], target, family, taken);
        }
    }

    private void TakeAll(List<Place> places, Target target, HashSet<int>? family, List<(int Tree, int Body)> taken)
    {
        foreach (var at in places)
        {
            // What is called on the base is declared above.
            if (target.Arguments.Admits(at.Arguments) && !found[at.Tree][at.Body] && (at.Receiver != Receiver.Base || family is null || trees[at.Tree][at.Body].Around.Any(family.Contains)))
            {
                Take(at, taken);
            }
        }
    }

    private void Take(Place at, List<(int Tree, int Body)> taken)
    {
        found[at.Tree][at.Body] = true;
        taken.Add((at.Tree, at.Body));
    }

    private bool Mentions(Place at, HashSet<int> family)
    {
        var body = trees[at.Tree][at.Body];
        foreach (var mention in body.Mentions)
        {
            if (family.Contains(mention.Name))
            {
                return true;
            }
        }

        return body.Around.Any(family.Contains) || pass.Everywhere.Any(family.Contains);
    }

    private static List<T> ListOf<T>(Dictionary<int, List<T>> lists, int key)
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists.Add(key, list = []);
        }

        return list;
    }

    /// <summary>A mention, and the part that it is in.</summary>
    private readonly record struct Place(int Tree, int Body, Receiver Receiver, int Arguments);

    /// <summary>A name that is searched for: on a receiver, there through the names of some types alone, or on what stands around the mention itself.</summary>
    private readonly record struct Target(int Name, bool IsOwn, int Type, ArgumentRange Arguments);
}
