using System.Collections.Immutable;

namespace ExplicitContext.Model.Configuration;

/// <summary>What the <c>ExplicitContext*.txt</c> files of a project say, parsed but not yet looked up in a compilation.</summary>
/// <param name="Entries">The lines that say something, in file and line order.</param>
/// <param name="Problems">The lines that do not parse.</param>
public sealed record ContextConfiguration(EquatableArray<ConfigurationEntry> Entries, EquatableArray<ConfigurationProblem> Problems)
{
    /// <summary>A configuration that says nothing.</summary>
    public static ContextConfiguration Empty { get; } = new(default, default);

    /// <summary>Parses the files, in the order of <see cref="ConfigurationFile.InOrder"/>.</summary>
    public static ContextConfiguration Parse(IEnumerable<ConfigurationFile> files)
    {
        var entries = ImmutableArray.CreateBuilder<ConfigurationEntry>();
        var problems = ImmutableArray.CreateBuilder<ConfigurationProblem>();
        foreach (var file in ConfigurationFile.InOrder(files))
        {
            var lines = file.Text.Split('\n');
            for (var number = 0; number < lines.Length; number++)
            {
                var line = new ConfigurationLine(file.Path, number, lines[number].TrimEnd('\r'));
                if (line.Parse(out var problem) is { } entry)
                {
                    entries.Add(entry);
                }
                else if (problem is not null)
                {
                    problems.Add(problem);
                }
            }
        }

        return new(new(entries.ToImmutable()), new(problems.ToImmutable()));
    }
}
