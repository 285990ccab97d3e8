namespace ExplicitContext.Model.Reach.Inference;

/// <summary>The members that are known to reach any accessor, while more and more bodies become known.</summary>
internal sealed class ReachedMembers
{
    private readonly Dictionary<string, List<string>> callers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> virtualCallers = new(StringComparer.Ordinal);
    private readonly Lazy<ILookup<string, string>> declaredBy;
    private readonly HashSet<string> reached = new(StringComparer.Ordinal);
    private readonly HashSet<string> dispatched = new(StringComparer.Ordinal);
    private readonly HashSet<string> boundaries = new(StringComparer.Ordinal);

    public ReachedMembers(Lazy<DispatchEdges> edges, IEnumerable<string> outside)
    {
        declaredBy = new(() => edges.Value.Items.Items.ToLookup(edge => edge.ImplementingKey, edge => edge.DeclaredKey, StringComparer.Ordinal));
        foreach (var key in outside)
        {
            Reach(key, []);
        }
    }

    /// <summary>Adds members and tells which are reached now that were not before, those that were added earlier among them; no boundaries.</summary>
    public List<string> Add(IReadOnlyCollection<MemberSummary> members)
    {
        var added = new List<string>();
        foreach (var member in members)
        {
            if (member.IsBoundary)
            {
                boundaries.Add(member.Key);
            }

            foreach (var call in member.Calls)
            {
                ListOf(callers, call.CalleeKey).Add(member.Key);
                if (call.IsVirtual)
                {
                    ListOf(virtualCallers, call.CalleeKey).Add(member.Key);
                }
            }
        }

        foreach (var member in members.Where(member => member.Reads.Count > 0 || member.Calls.Items.Any(IsReached)))
        {
            Reach(member.Key, added);
        }

        return added;
    }

    /// <summary>Whether a member runs where another one is called.</summary>
    public bool StandsIn(string key) => declaredBy.Value.Contains(key);

    private bool IsReached(CallSite call) => reached.Contains(call.CalleeKey) || (call.IsVirtual && dispatched.Contains(call.CalleeKey));

    private void Reach(string first, List<string> added)
    {
        var open = new Stack<string>([first]);
        while (open.Count > 0)
        {
            var key = open.Pop();
            if (boundaries.Contains(key) || !reached.Add(key))
            {
                continue;
            }

            added.Add(key);
            PushAll(open, callers, key);
            Dispatch(key, open);
        }
    }

    private void Dispatch(string implementing, Stack<string> open)
    {
        var declarations = new Stack<string>(declaredBy.Value[implementing]);
        while (declarations.Count > 0)
        {
            var declared = declarations.Pop();
            if (dispatched.Add(declared))
            {
                PushAll(open, virtualCallers, declared);
                foreach (var further in declaredBy.Value[declared])
                {
                    declarations.Push(further);
                }
            }
        }
    }

    private static void PushAll(Stack<string> open, Dictionary<string, List<string>> lists, string key)
    {
        foreach (var caller in lists.TryGetValue(key, out var found) ? found : [])
        {
            open.Push(caller);
        }
    }

    private static List<string> ListOf(Dictionary<string, List<string>> lists, string key)
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists.Add(key, list = []);
        }

        return list;
    }
}
