using ExplicitContext.Oracle.Tests.Il;
using Mono.Cecil;

namespace ExplicitContext.Oracle.Tests.Comparison;

/// <summary>Holds the reach over the sources and the reach over the built assemblies side by side.</summary>
internal sealed class Comparison : IDisposable
{
    public Comparison(CodeBase code)
        : this(code, code)
    {
    }

    /// <summary>Holds the sources of one code base against the built code of another, so that a test sees how they differ.</summary>
    public Comparison(CodeBase source, CodeBase built)
    {
        Source = new SourceReach(source);
        Built = new BuiltReach(built);
    }

    public SourceReach Source { get; }

    public BuiltReach Built { get; }

    /// <summary>
    /// Compares for one accessor. A call that an explanation covers is left out and the rest compared anew, so that it hides no other; what is not
    /// covered is a bug of one side.
    /// </summary>
    public ComparisonResult Compare(string accessorKey)
    {
        var explained = new Dictionary<Difference, string>();
        var builtLeftOut = new HashSet<(MethodDefinition, MethodDefinition?)>();
        var sourceLeftOut = new HashSet<(string, string?)>();
        (int, int)? counts = null;
        while (true)
        {
            var source = Source.Reach(accessorKey, sourceLeftOut);
            var built = Built.Reach(accessorKey, builtLeftOut);
            var builtKeys = built.Keys.Select(IlKeys.Of).Where(Built.Methods.ContainsKey).ToHashSet();
            counts ??= (source.Count, builtKeys.Count);
            var differences = OnlyBuilt(built, source).Concat(OnlySource(source, builtKeys)).Distinct().ToArray();
            var covered = differences.Select(difference => (difference, Reason: Explanations.All.FirstOrDefault(explanation => explanation.Covers(difference))?.Name)).ToLookup(pair => pair.Reason is not null);
            if (!covered[true].Any())
            {
                var reasons = explained.Values.CountBy(reason => reason).OrderBy(reason => reason.Key, StringComparer.Ordinal);
                return new(accessorKey, counts.Value.Item1, counts.Value.Item2, [.. reasons.Select(reason => (reason.Key, reason.Value))], [.. differences]);
            }

            foreach (var (difference, reason) in covered[true])
            {
                explained.TryAdd(difference, reason!);
                if (difference.IsOnlyBuilt)
                    builtLeftOut.Add((difference.Built!, difference.BuiltCallee));
                else
                    sourceLeftOut.Add((difference.CallerKey, difference.CalleeKey));
            }
        }
    }

    public void Dispose() => Built.Dispose();

    private IEnumerable<Difference> OnlyBuilt(IReadOnlyDictionary<MethodDefinition, MethodDefinition?> built, IReadOnlyDictionary<string, string?> source)
    {
        foreach (var method in built.Keys.Where(method => Built.Methods.ContainsKey(IlKeys.Of(method)) && !source.ContainsKey(IlKeys.Of(method))))
        {
            var (caller, last) = (method, method);
            for (var at = built[method]; at is not null; at = built[at])
            {
                if (!Built.Methods.ContainsKey(IlKeys.Of(at)))
                    last = at;
                else if (source.ContainsKey(IlKeys.Of(at)))
                    break;
                else
                    caller = last = at;
            }

            var key = IlKeys.Of(caller);
            yield return new(true, key, built[last] is { } callee ? IlKeys.Of(callee) : null, last, built[last], Source.SymbolOf(key));
        }
    }

    private IEnumerable<Difference> OnlySource(IReadOnlyDictionary<string, string?> source, IReadOnlySet<string> built)
    {
        foreach (var key in source.Keys.Where(key => !built.Contains(key)))
        {
            var caller = key;
            while (source[caller] is { } next && !built.Contains(next))
                caller = next;
            yield return new(false, caller, source[caller], Built.Methods.GetValueOrDefault(caller), source[caller] is { } callee ? Built.Methods.GetValueOrDefault(callee) : null, Source.SymbolOf(caller));
        }
    }
}
