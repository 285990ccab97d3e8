using System.Collections.Immutable;
using ExplicitContext.Model.Configuration;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Analyzers.Configuration;

/// <summary>Finds the place of a line of the configuration in the additional files of a compilation.</summary>
internal static class ConfigurationLocation
{
    /// <summary>The place of what is wrong with a line; null where its file is not, or no longer, among the additional files.</summary>
    public static Location? Of(ConfigurationProblem problem, ImmutableArray<AdditionalText> files, CancellationToken cancellationToken) =>
        Of(problem.Path, problem.Line, problem.Column, problem.Length, files, cancellationToken);

    /// <summary>The place of the documentation ID of an entry.</summary>
    public static Location? Of(ConfigurationEntry entry, ImmutableArray<AdditionalText> files, CancellationToken cancellationToken) =>
        Of(entry.Path, entry.Line, entry.Column, entry.Id.Length, files, cancellationToken);

    private static Location? Of(string path, int number, int column, int length, ImmutableArray<AdditionalText> files, CancellationToken cancellationToken)
    {
        if (files.FirstOrDefault(file => file.Path == path)?.GetText(cancellationToken) is not { } text || number >= text.Lines.Count)
            return null;
        var line = text.Lines[number];
        var start = Math.Min(line.Start + column, line.End);
        var span = TextSpan.FromBounds(start, Math.Min(start + length, line.End));
        return Location.Create(path, span, text.Lines.GetLinePositionSpan(span));
    }
}
