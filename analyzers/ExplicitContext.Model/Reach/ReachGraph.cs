namespace ExplicitContext.Model.Reach;

/// <summary>The call graph of a compilation or of a whole solution, joined from the summaries of its files. The order of the files does not matter.</summary>
public sealed class ReachGraph
{
    private readonly SortedDictionary<string, MemberSummary> members = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> callers = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Callee, Receiver Receiver), HashSet<string>> virtualCallers = [];
    private readonly Dictionary<string, HashSet<Receiver>> receivers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<(string Declared, string? Type)>> declaredBy = new(StringComparer.Ordinal);
    private readonly TypeHierarchy types = new();

    private ReachGraph()
    {
    }

    /// <summary>Every member with a body, in the order of the keys.</summary>
    public IEnumerable<MemberSummary> Members => members.Values;

    /// <summary>Joins the summaries. A member declared in several files (a partial one, a linked file), or summarised part by part, is one member.</summary>
    public static ReachGraph Build(IEnumerable<TreeSummary> summaries)
    {
        var graph = new ReachGraph();
        var files = summaries.ToList();
        foreach (var ofMember in files.SelectMany(file => file.Members.Items).GroupBy(member => member.Key, StringComparer.Ordinal))
        {
            graph.Add(ofMember.Skip(1).Any() ? Merge([.. ofMember]) : ofMember.First());
        }

        foreach (var summary in files)
        {
            foreach (var edge in summary.Dispatch)
            {
                SetOf(graph.declaredBy, edge.ImplementingKey).Add((edge.DeclaredKey, edge.TypeKey));
            }

            foreach (var type in summary.Types)
            {
                graph.types.Add(type);
            }
        }

        return graph;
    }

    /// <summary>The member of that key, or null where it has no body in sight.</summary>
    public MemberSummary? Find(string key) => members.TryGetValue(key, out var member) ? member : null;

    /// <summary>The members that reach an accessor, each with a shortest chain.</summary>
    /// <param name="accessorKey">The accessor.</param>
    /// <param name="dispatch">Whether overrides and implementations count.</param>
    public ReachResult Reach(string accessorKey, DispatchMode dispatch) =>
        Reach(member => member.Reads.Items.Any(read => read.AccessorKey == accessorKey), dispatch);

    /// <summary>
    /// The members that reach any of the members that a predicate accepts. An entry point is reached, but whoever calls it is not: there the
    /// context is handed on.
    /// </summary>
    public ReachResult Reach(Func<MemberSummary, bool> isDirect, DispatchMode dispatch)
    {
        var reached = new Dictionary<string, Reached>(StringComparer.Ordinal);
        var frontier = new List<string>();
        foreach (var member in members.Values.Where(isDirect))
        {
            reached.Add(member.Key, new(member, 0, null));
            frontier.Add(member.Key);
        }

        for (var distance = 1; frontier.Count > 0; distance++)
        {
            var next = new List<string>();
            foreach (var key in frontier.Where(key => !members[key].IsBoundary))
            {
                foreach (var caller in CallersOf(key, dispatch))
                {
                    if (!reached.ContainsKey(caller))
                    {
                        reached.Add(caller, new(members[caller], distance, key));
                        next.Add(caller);
                    }
                }
            }

            next.Sort(StringComparer.Ordinal);
            frontier = next;
        }

        return new(reached);
    }

    /// <summary>
    /// The virtual and interface members in whose stead a member that reaches may run, each with such members. A call that is bound to one of them
    /// reaches although its own body may not.
    /// </summary>
    public IEnumerable<(string Declared, string Implementing)> DispatchedTo(ReachResult reach) =>
        from reached in reach.Members.Values
        where !reached.Member.IsBoundary
        from declared in Declarations(reached.Member.Key)
        select (declared, reached.Member.Key);

    private IEnumerable<string> CallersOf(string key, DispatchMode dispatch)
    {
        IEnumerable<string> named = callers.TryGetValue(key, out var direct) ? direct : [];
        return dispatch == DispatchMode.Static ? named : named.Concat(DispatchingTo(key));
    }

    /// <summary>
    /// The callers of what the member may run instead of, over any number of overrides, where the receiver can be an object in which it does:
    /// one of the type of the first edge and of the last.
    /// </summary>
    private IEnumerable<string> DispatchingTo(string key)
    {
        var seen = new HashSet<(string, string?)>();
        var open = new Queue<(string Declared, string? Lowest, string? Type)>(EdgesFrom(key).Select(edge => (edge.Declared, edge.Type, edge.Type)));
        while (open.Count > 0)
        {
            var (declared, lowest, type) = open.Dequeue();
            if (declared == key || !seen.Add((declared, type)))
            {
                continue;
            }

            foreach (var receiver in receivers.TryGetValue(declared, out var known) ? known : [])
            {
                if (MayRun(receiver, key, type, lowest))
                {
                    foreach (var caller in virtualCallers[(declared, receiver)])
                    {
                        yield return caller;
                    }
                }
            }

            foreach (var edge in EdgesFrom(declared))
            {
                open.Enqueue((edge.Declared, lowest, edge.Type));
            }
        }
    }

    private bool MayRun(Receiver receiver, string key, string? type, string? lowest) => receiver switch
    {
        { Type: null } => true,
        { Type: var seen, IsOnlyBelow: true } => types.MayBeBelow(lowest ?? TypeKeys.OfMember(key), seen),
        { Type: var seen } => MayBe(seen, type) && MayBe(seen, lowest),
    };

    private bool MayBe(string receiver, string? type) => type is null || types.Meet(receiver, type);

    /// <summary>The members that this one may run instead of, over any number of overrides.</summary>
    private IEnumerable<string> Declarations(string key)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { key };
        var open = new Queue<string>([key]);
        while (open.Count > 0)
        {
            foreach (var (declared, _) in EdgesFrom(open.Dequeue()).Where(edge => seen.Add(edge.Declared)))
            {
                open.Enqueue(declared);
                yield return declared;
            }
        }
    }

    private IEnumerable<(string Declared, string? Type)> EdgesFrom(string key) => declaredBy.TryGetValue(key, out var found) ? found : [];

    private void Add(MemberSummary member)
    {
        members.Add(member.Key, member);
        foreach (var call in member.Calls)
        {
            SetOf(callers, call.CalleeKey).Add(member.Key);
            if (call.IsVirtual)
            {
                var receiver = new Receiver(call.ReceiverKey, call.IsOnlyBelow);
                SetOf(receivers, call.CalleeKey).Add(receiver);
                SetOf(virtualCallers, (call.CalleeKey, receiver)).Add(member.Key);
            }
        }
    }

    private static MemberSummary Merge(List<MemberSummary> several) => several.OrderBy(member => member.Path, StringComparer.Ordinal).First() with
    {
        Reads = new([.. several.SelectMany(member => member.Reads.Items).Distinct().OrderBy(read => (read.Line, read.Column))]),
        Calls = new([.. several.SelectMany(member => member.Calls.Items).Distinct().OrderBy(call => call.CalleeKey, StringComparer.Ordinal).ThenBy(call => call.IsVirtual).ThenBy(call => call.ReceiverKey, StringComparer.Ordinal).ThenBy(call => call.IsOnlyBelow)]),
    };

    private static HashSet<T> SetOf<TKey, T>(Dictionary<TKey, HashSet<T>> sets, TKey key)
    {
        if (!sets.TryGetValue(key, out var set))
        {
            sets.Add(key, set = []);
        }

        return set;
    }

    private readonly record struct Receiver(string? Type, bool IsOnlyBelow);
}
