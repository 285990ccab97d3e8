using System.Globalization;

namespace Benchmarks.Measuring;

/// <summary>One line of the table.</summary>
/// <param name="Bar">Its number, such as "B7".</param>
/// <param name="What">What is measured.</param>
/// <param name="Target">The bar, in words.</param>
/// <param name="Measured">The figure that all ratios refer to.</param>
internal sealed record Row(string Bar, string What, string Target, Figure Measured)
{
    /// <summary>How the figure is introduced, such as "p50"; or empty.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Further figures, such as ", p99 12 µs"; or empty.</summary>
    public string More { get; init; } = "";

    /// <summary>Whether the bar is met; null where there is none.</summary>
    public bool? Met { get; init; }

    public IReadOnlyList<Instead> Instead { get; init; } = [];

    /// <summary>The row in Markdown. Ratios say how many times our figure the other one is.</summary>
    public string ToMarkdown()
    {
        var measured = Kind.Length == 0 ? $"{Measured}{More}" : $"{Kind} {Measured}{More}";
        var met = Met switch { true => "met", false => "**missed**", null => "" };
        return $"| {Bar} | {What} | {Target} | {measured} | {string.Join("<br>", Instead.Select(Describe))} | {met} |";
    }

    private string Describe(Instead other)
    {
        var ratio = other.Value.Unit == Measured.Unit && Measured is { Value: > 0, Unit: not (Unit.Times or Unit.Count) }
            ? $" ({Round(other.Value.Value / Measured.Value)}x)"
            : "";
        var note = other.Note.Length == 0 ? "" : $", {other.Note}";
        return $"{other.Name} {other.Value}{ratio}{note}";
    }

    private static string Round(double ratio) =>
        ratio.ToString(ratio switch { >= 1000 => "#,0", >= 10 => "0", >= 0.1 => "0.0#", _ => "0.0##" }, CultureInfo.InvariantCulture);
}
