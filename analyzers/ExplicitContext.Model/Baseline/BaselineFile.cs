using System.Collections.Immutable;

namespace ExplicitContext.Model.Baseline;

/// <summary>
/// The text of an <c>ExplicitContext.Baseline.txt</c>, line by line. Any line end is read; a byte order mark and empty lines are passed over.
/// </summary>
/// <param name="Entries">The lines that record something, in the order of the file.</param>
/// <param name="Problems">The lines that do not.</param>
public sealed record BaselineFile(EquatableArray<BaselineEntry> Entries, EquatableArray<BaselineProblem> Problems)
{
    /// <summary>The file's name; it lies beside the project.</summary>
    public const string Name = "ExplicitContext.Baseline.txt";

    /// <summary>Tells from its path whether an additional file is a baseline.</summary>
    public static bool IsMatch(string path) => string.Equals(System.IO.Path.GetFileName(path), Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a baseline.</summary>
    public static BaselineFile Parse(string text)
    {
        var entries = ImmutableArray.CreateBuilder<BaselineEntry>();
        var problems = ImmutableArray.CreateBuilder<BaselineProblem>();
        var lineOf = new Dictionary<BaselineKey, int>();
        var lines = text.TrimStart('\uFEFF').Split('\n');
        for (var number = 0; number < lines.Length; number++)
        {
            var line = BaselineLine.Parse(lines[number], out var fault);
            if (line is var (key, count) && lineOf.TryGetValue(key, out var earlier))
                fault = $"'{key}' is recorded on line {earlier + 1} already, and this line is passed over. Keep one of the two.";
            else if (line is not null)
            {
                lineOf.Add(line.Value.Key, number);
                entries.Add(new(line.Value.Key, line.Value.Count, number));
            }

            if (fault is not null)
                problems.Add(new(number, fault));
        }

        return new(new(entries.ToImmutable()), new(problems.ToImmutable()));
    }

    /// <summary>What the file records, whatever the order of its lines.</summary>
    public Debt ToDebt() => new(Entries.Items.Select(entry => new KeyValuePair<BaselineKey, int>(entry.Key, entry.Count)));
}
