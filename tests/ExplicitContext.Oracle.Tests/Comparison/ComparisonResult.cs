namespace ExplicitContext.Oracle.Tests.Comparison;

/// <summary>What comparing one accessor gives.</summary>
internal sealed record ComparisonResult(string Accessor, int InSource, int InBuilt, IReadOnlyDictionary<string, int> Explained, IReadOnlyList<Difference> Unexplained)
{
    public override string ToString() =>
        $"{Accessor}: {InSource} in source, {InBuilt} built; {string.Join(", ", Explained.Select(reason => $"{reason.Value} {reason.Key}"))}; {Unexplained.Count} unexplained\n"
        + string.Join('\n', Unexplained.Take(int.Parse(Environment.GetEnvironmentVariable("ORACLE_SHOW") ?? "40", System.Globalization.CultureInfo.InvariantCulture)));
}
