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
    private readonly RelatedTypes related;
    private readonly Dictionary<Suspect, ImmutableArray<string>> cleared = [];
    private readonly Dictionary<Suspect, List<int>> suspects = [];

    public NameSearch(NamePass pass, ImmutableArray<NumberedBody[]> trees, RelatedTypes related)
    {
        this.pass = pass;
        this.related = related;
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

    /// <summary>The parts that may call what has been opened since, and have not been found yet.</summary>
    public List<Suspect> Take()
    {
        var taken = new List<Suspect>();
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

            foreach (var (other, isSameCall) in target.Qualifier == NumberedBody.None && standIns.TryGetValue(target.Name, out var names) ? names : [])
            {
                Open(other, NumberedBody.None, NumberedBody.None, isSameCall ? target.Arguments : ArgumentRange.Unlimited);
            }

            var family = target.Qualifier == NumberedBody.None ? null : pass.FamilyOf(target.Qualifier);
            var tells = MentionedReceivers.Tell(pass.NameOf(target.Name), isOfType: target.Type != NumberedBody.None);
            foreach (var at in onAny[target.Name] ?? [])
            {
                if (target.Arguments.Admits(at.Arguments) && !found[at.Tree][at.Body] && (family is null || Mentions(at, family)))
                {
                    if (!tells || !IsOpen(new(at.Tree, at.Body, target.Name), target.Type, taken))
                    {
                        Take(at, taken);
                    }
                }
            }
        }

        return taken;
    }

    /// <summary>Tells what a look at a part has shown, and whether the part is taken.</summary>
    /// <param name="suspect">The part and the name.</param>
    /// <param name="types">On objects of which types it says the name; default where that is not evident.</param>
    public bool Look(Suspect suspect, ImmutableArray<string> types)
    {
        var declaring = suspects[suspect];
        suspects.Remove(suspect);
        if (!types.IsDefault)
        {
            cleared[suspect] = types;
        }

        return found[suspect.Tree][suspect.Body] |= types.IsDefault || declaring.Any(type => CanLeadTo(type, types));
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

    /// <summary>Whether a part is not taken, or not yet: what it says the name on has been seen and leads elsewhere, or has to be looked at.</summary>
    private bool IsOpen(Suspect suspect, int declaring, List<Suspect> taken)
    {
        if (cleared.TryGetValue(suspect, out var types))
        {
            return !CanLeadTo(declaring, types);
        }

        if (!suspects.TryGetValue(suspect, out var asking))
        {
            suspects.Add(suspect, asking = []);
            taken.Add(suspect);
        }

        asking.Add(declaring);
        return true;
    }

    private bool CanLeadTo(int declaring, ImmutableArray<string> types)
    {
        foreach (var type in types)
        {
            if (related.CanLeadTo(declaring, type))
            {
                return true;
            }
        }

        return false;
    }

    private void Open(int name, int qualifier, int type, ArgumentRange arguments)
    {
        open.Push(new(name, IsOwn: false, qualifier, type, arguments));
        open.Push(new(name, IsOwn: true, NumberedBody.None, type, arguments));
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

    private void TakeOwn(Target target, List<Suspect> taken)
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

    private void TakeAll(List<Place> places, Target target, HashSet<int>? family, List<Suspect> taken)
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

    private void Take(Place at, List<Suspect> taken)
    {
        found[at.Tree][at.Body] = true;
        taken.Add(new(at.Tree, at.Body, Suspect.Sure));
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

    /// <summary>A name that is searched for: on a receiver, there through the names of some types alone, or on what stands around the mention itself; and what type declares it.</summary>
    private readonly record struct Target(int Name, bool IsOwn, int Qualifier, int Type, ArgumentRange Arguments);
}
