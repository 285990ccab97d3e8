using ExplicitContext.Migration.Loading;
using ExplicitContext.Model.Configuration;

namespace ExplicitContext.Migration.Inventory;

/// <summary>
/// Gathers the configuration of a scan: the additional files of every project, what lies beside the projects and the solution, and the files, packs and accessors that the
/// command line names. All of it holds for all projects, since one project's accessor is read in others.
/// </summary>
internal static class ConfigurationSources
{
    /// <summary>The path that stands in messages for what the command line says of itself.</summary>
    public const string CommandLine = "--ambient";

    /// <exception cref="InputException">A file or pack that the request names cannot be read.</exception>
    public static async Task<ContextConfiguration> ReadAsync(LoadedSolution loaded, InventoryRequest request, CancellationToken cancellationToken)
    {
        var files = new Dictionary<string, ConfigurationFile>(StringComparer.Ordinal);
        foreach (var document in loaded.Projects.SelectMany(project => loaded.Solution.GetProject(project.Id)!.AdditionalDocuments))
        {
            if (document.FilePath is { } path && ConfigurationFile.IsMatch(path))
                files.TryAdd(path, new ConfigurationFile(path, (await document.GetTextAsync(cancellationToken).ConfigureAwait(false)).ToString()));
        }

        foreach (var path in Beside(loaded).Concat(request.ConfigurationFiles.Select(Path.GetFullPath)))
        {
            if (!files.ContainsKey(path)) files.Add(path, new ConfigurationFile(path, await ReadAsync(path, cancellationToken).ConfigureAwait(false)));
        }

        foreach (var pack in request.Packs.Select(ShippedPacks.Read).Where(pack => files.Values.All(file => Path.GetFileName(file.Path) != pack.Path)))
            files.TryAdd(pack.Path, pack);

        if (!request.AmbientIds.IsEmpty) files.Add(CommandLine, new ConfigurationFile(CommandLine, string.Join('\n', request.AmbientIds)));
        return ContextConfiguration.Parse(files.Values);
    }

    private static IEnumerable<string> Beside(LoadedSolution loaded) => loaded.Projects
        .Select(project => Path.GetDirectoryName(project.Path)!)
        .Append(loaded.Target.Directory)
        .Distinct()
        .SelectMany(folder => Directory.EnumerateFiles(folder, "ExplicitContext*.txt"))
        .Where(ConfigurationFile.IsMatch);

    private static async Task<string> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: the configuration file cannot be read: {error.Message} Name an existing text file, or leave out --config.");
        }
    }
}
