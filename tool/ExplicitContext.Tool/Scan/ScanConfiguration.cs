using System.Collections.Immutable;
using ExplicitContext.Migration;
using ExplicitContext.Migration.Loading;
using ExplicitContext.Model.Configuration;

namespace ExplicitContext.Tool.Scan;

/// <summary>The configuration that the command line adds to what the projects bring: files beside the target, named files, named accessors.</summary>
internal static class ScanConfiguration
{
    private const string CommandLine = "--ambient";

    public static IReadOnlyList<ConfigurationFile> Read(LoadTarget target, IEnumerable<string> files, IReadOnlyCollection<string> accessors)
    {
        var beside = Directory.EnumerateFiles(target.Directory, "ExplicitContext*.txt").Where(ConfigurationFile.IsMatch).Order(StringComparer.Ordinal);
        var read = beside.Concat(files.Select(Existing)).Distinct(StringComparer.Ordinal).Select(path => new ConfigurationFile(path, File.ReadAllText(path))).ToImmutableArray();
        return accessors.Count == 0 ? read : read.Add(new ConfigurationFile(CommandLine, string.Join('\n', accessors)));
    }

    private static string Existing(string path) =>
        File.Exists(path) ? Path.GetFullPath(path) : throw new InputException($"{path}: no such file. Give --config the path of a text file with one documentation ID a line.");
}
