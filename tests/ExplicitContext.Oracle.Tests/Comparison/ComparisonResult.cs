namespace ExplicitContext.Oracle.Tests.Comparison;

/// <summary>What comparing one accessor gives.</summary>
/// <param name="Accessor">The accessor.</param>
/// <param name="InSource">How many methods reach it by the sources.</param>
/// <param name="InBuilt">How many reach it by built code.</param>
/// <param name="Explained">How many calls differ for each reason.</param>
/// <param name="Unexplained">The calls that differ without one.</param>
internal sealed record ComparisonResult(string Accessor, int InSource, int InBuilt, IReadOnlyList<(string Reason, int Count)> Explained, IReadOnlyList<Difference> Unexplained)
{
    public override string ToString() => string.Join('\n', Unexplained.Select(difference => "  " + difference)
        .Prepend($"{Accessor}: {InSource} in source, {InBuilt} built{string.Concat(Explained.Select(reason => $"; {reason.Count} × {reason.Reason}"))}; {Unexplained.Count} unexplained"));
}
