using System.Collections.Immutable;

namespace ExplicitContext.Migration.Loading;

/// <summary>What one project told the dump target about itself.</summary>
internal sealed class DesignTimeDump
{
    public const string Compilation = "compilation";
    public const string Frameworks = "frameworks";

    private readonly ILookup<string, string> lines;

    private DesignTimeDump(ILookup<string, string> lines) => this.lines = lines;

    /// <summary>A compilation, the list of target frameworks of a project that has several, or a project of an unsupported sort.</summary>
    public string Kind => lines["kind"].Single();

    public string ProjectPath => lines["project"].Single();

    /// <summary>Empty for a compilation of a project that names none.</summary>
    public string TargetFramework => lines["framework"].FirstOrDefault() ?? "";

    public IEnumerable<string> TargetFrameworks => lines["framework"];

    public string AssemblyName => lines["assembly"].Single();

    public bool IsTest => lines["test"].Any(value => value.Equals("true", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the packages have been resolved; a design-time build passes over those that have not.</summary>
    public bool IsRestored => !lines["unrestored"].Any();

    /// <summary>The files by which another project may reference this one.</summary>
    public IEnumerable<string> Outputs => lines["output"];

    /// <summary>The outputs of the projects that this one references, with their extern aliases.</summary>
    public IEnumerable<(string Path, ImmutableArray<string> Aliases)> References => lines["reference"]
        .Select(line => line.Split('|', 2))
        .Select(parts => (parts[1], parts[0].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToImmutableArray()));

    public IEnumerable<string> Arguments => lines["argument"];

    public static DesignTimeDump Read(string file) => new(File.ReadLines(file)
        .Select(line => line.Split('=', 2))
        .Where(parts => parts.Length == 2)
        .ToLookup(parts => parts[0], parts => parts[1]));

    public static ImmutableArray<DesignTimeDump> ReadAll(string directory) =>
        [.. Directory.EnumerateFiles(directory, "*.txt")
            .Select(Read)
            .DistinctBy(dump => (dump.Kind, dump.ProjectPath, dump.TargetFramework))
            .OrderBy(dump => dump.ProjectPath, StringComparer.Ordinal)
            .ThenBy(dump => dump.TargetFramework, StringComparer.Ordinal)];
}
