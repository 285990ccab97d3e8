namespace ExplicitContext.Oracle.Tests.Comparison;

/// <summary>Why sources and built code may differ. Each is a condition on the code, never a list of names.</summary>
internal static class Explanations
{
    public static IReadOnlyList<Explanation> All =>
    [
        new("initial value of the accessor", (difference, _) =>
            difference.IsOnlyBuilt && difference.Key.EndsWith(".#cctor", StringComparison.Ordinal) && !difference.Chain.Contains(" > ", StringComparison.Ordinal)),
    ];
}
