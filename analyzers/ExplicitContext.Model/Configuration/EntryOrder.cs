using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Configuration;

/// <summary>Finds lines that say nothing, because of the lines before or after them.</summary>
internal static class EntryOrder
{
    /// <summary>The lines that are overridden as a whole, and those that take nothing back.</summary>
    /// <param name="entries">All entries, in their order.</param>
    /// <param name="exact">For each symbol that is named, the places of the entries that name it.</param>
    public static IEnumerable<ConfigurationProblem> EntriesWithoutEffect(ImmutableArray<ConfigurationEntry> entries, IReadOnlyDictionary<ISymbol, List<int>> exact)
    {
        var overridden = exact.Values.Where(orders => orders.Count > 1).SelectMany(orders => Overridden([.. orders.Select(order => entries[order])]));
        var idle = entries.Select((entry, order) => (entry, order)).Where(line => line.entry.TakesBack && TakesNothingBack(line.entry, entries.Take(line.order))).Select(line =>
            Problem(line.entry, $"'!{line.entry.Id}' takes nothing back: no line before it says of it that it is {Word(line.entry.Kind)}. Remove the line, or put it behind the one that it is about."));
        return overridden.Concat(idle).Where(problem => !ConfigurationFile.IsPack(problem.Path)).Distinct();
    }

    private static IEnumerable<ConfigurationProblem> Overridden(IReadOnlyList<ConfigurationEntry> sameSymbol)
    {
        for (var i = 0; i < sameSymbol.Count - 1; i++)
        {
            var entry = sameSymbol[i];
            if (!entry.TakesBack && sameSymbol.Skip(i + 1).FirstOrDefault(later => later.Kind == entry.Kind && LeavesNothingOf(entry, later)) is { } last)
            {
                yield return Problem(entry, $"'{entry.Id}' is overridden by line {last.Line + 1} of {Path.GetFileName(last.Path)}, which leaves nothing of this one. Remove one of the two lines.");
            }
        }
    }

    private static bool LeavesNothingOf(ConfigurationEntry entry, ConfigurationEntry later) => later.TakesBack || later.Over(entry) == later;

    private static bool TakesNothingBack(ConfigurationEntry entry, IEnumerable<ConfigurationEntry> earlier) =>
        !earlier.Any(before => !before.TakesBack && before.Kind == entry.Kind && MayMeet(entry, before));

    /// <summary>Whether two IDs, each perhaps with wildcards, may speak of one symbol. Two patterns are only told apart by how they begin.</summary>
    private static bool MayMeet(ConfigurationEntry left, ConfigurationEntry right) => (left.HasWildcard, right.HasWildcard) switch
    {
        (false, false) => left.Id == right.Id,
        (true, false) => new EntryPattern(left.Id).IsMatch(right.Id),
        (false, true) => new EntryPattern(right.Id).IsMatch(left.Id),
        _ => BeginsLike(left.Id.Split('*')[0], right.Id.Split('*')[0]),
    };

    private static bool BeginsLike(string left, string right) =>
        left.StartsWith(right, StringComparison.Ordinal) || right.StartsWith(left, StringComparison.Ordinal);

    private static string Word(EntryKind kind) => kind switch
    {
        EntryKind.Ambient => "ambient",
        EntryKind.Context => "a context type",
        EntryKind.Entry => "an entry point",
        EntryKind.Carrier => "a carrier",
        EntryKind.Pass => "to be passed the context",
        _ => "audited",
    };

    private static ConfigurationProblem Problem(ConfigurationEntry entry, string message) =>
        new(entry.Path, entry.Line, entry.Column, entry.Id.Length, ConfigurationProblemKind.NoEffect, message);
}
