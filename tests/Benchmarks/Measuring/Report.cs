using System.Diagnostics;

namespace Benchmarks.Measuring;

/// <summary>Measures bars and prints one Markdown table; progress goes to the error stream.</summary>
internal sealed class Report(TextWriter output, TextWriter progress)
{
    /// <summary>Measures those bars whose numbers are given, or all.</summary>
    /// <returns>0 if all bars are met, 1 if some are missed or could not be measured, 2 if a number is unknown.</returns>
    public int Print(IReadOnlyList<IBar> bars, IReadOnlyCollection<string> wanted)
    {
        if (wanted.Except(bars.Select(bar => bar.Id), StringComparer.OrdinalIgnoreCase).FirstOrDefault() is { } unknown)
        {
            progress.WriteLine($"There is no bar {unknown}; there are {string.Join(' ', bars.Select(bar => bar.Id))}.");
            return 2;
        }

        var clock = Stopwatch.StartNew();
        var loadBefore = Machine.Load();
        var rows = new List<Row>();
        var failures = new List<string>();
        foreach (var bar in bars.Where(bar => wanted.Count == 0 || wanted.Contains(bar.Id, StringComparer.OrdinalIgnoreCase)))
        {
            progress.WriteLine($"{clock.Elapsed:mm\\:ss} {bar.Id}");
            try
            {
                rows.AddRange(bar.Measure());
            }
            catch (Exception error)
            {
                // The other bars are worth having nevertheless.
                progress.WriteLine(error);
                failures.Add($"{bar.Id} could not be measured: {error.Message}");
            }
        }

        output.WriteLine($"{Machine.Describe()} · load {loadBefore} before, {Machine.Load()} after · {clock.Elapsed.TotalSeconds:0} s");
        output.WriteLine();
        output.WriteLine("| bar | what | target | measured | instead, in the same run (times ours) | |");
        output.WriteLine("| --- | --- | --- | --- | --- | --- |");
        foreach (var row in rows) output.WriteLine(row.ToMarkdown());
        output.WriteLine();
        output.WriteLine($"{rows.Count(row => row.Met == true)} met, {rows.Count(row => row.Met == false)} missed.");
        foreach (var failure in failures) output.WriteLine(failure);
        return failures.Count > 0 || rows.Any(row => row.Met == false) ? 1 : 0;
    }
}
