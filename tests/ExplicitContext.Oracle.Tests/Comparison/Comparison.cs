using ExplicitContext.Oracle.Tests.Il;

namespace ExplicitContext.Oracle.Tests.Comparison;

/// <summary>Holds the reach over the sources and the reach over the built assemblies side by side.</summary>
internal sealed class Comparison : IDisposable
{
    public Comparison(CodeBase code)
    {
        Source = new SourceReach(code);
        Built = new BuiltReach(code);
    }

    public SourceReach Source { get; }

    public BuiltReach Built { get; }

    /// <summary>Compares for one accessor. What an explanation covers is counted by its name; the rest is a bug of one side.</summary>
    public ComparisonResult Compare(string accessorKey)
    {
        var source = Source.Reach(accessorKey);
        var built = Built.Reach(accessorKey);
        var builtKeys = built.Keys.Select(method => (Key: IlKeys.Of(method), method)).Where(pair => Built.Methods.ContainsKey(pair.Key)).GroupBy(pair => pair.Key).ToDictionary(group => group.Key, group => group.First().method);
        var differences = source.Where(member => !builtKeys.ContainsKey(member.Key))
            .Select(member => new Difference(member.Key, false, member.Value, Built.Methods.GetValueOrDefault(member.Key), Source.SymbolOf(member.Key)))
            .Concat(builtKeys.Where(member => !source.ContainsKey(member.Key))
                .Select(member => new Difference(member.Key, true, BuiltReach.ChainFrom(built, member.Value), member.Value, Source.SymbolOf(member.Key))))
            .OrderBy(difference => difference.Key, StringComparer.Ordinal)
            .ToArray();
        var explained = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var unexplained = new List<Difference>();
        foreach (var difference in differences)
        {
            if (Explanations.All.FirstOrDefault(explanation => explanation.Covers(difference, this)) is { } reason)
                explained[reason.Name] = explained.GetValueOrDefault(reason.Name) + 1;
            else
                unexplained.Add(difference);
        }

        return new(accessorKey, source.Count, builtKeys.Count, explained, unexplained);
    }

    public void Dispose() => Built.Dispose();
}
