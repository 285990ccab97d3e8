using ExplicitContext.Model.Baseline;
using ExplicitContext.Model.Configuration;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Migration.Analysis;

/// <summary>
/// Gives a project that has not installed the package what the package would give it: the configuration and the baseline that lie beside it.
/// A project that names any such file itself has decided what it wants.
/// </summary>
internal static class BesideProject
{
    public static async Task<Project> AddAsync(Project project, CancellationToken cancellationToken)
    {
        if (project.AdditionalDocuments.Any(document => document.FilePath is { } path && IsOurs(path))) return project;
        foreach (var path in Directory.EnumerateFiles(Path.GetDirectoryName(project.FilePath)!, "ExplicitContext*.txt").Where(IsOurs).Order(StringComparer.Ordinal))
            project = project.AddAdditionalDocument(Path.GetFileName(path), SourceText.From(await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false)), filePath: path).Project;
        return project;
    }

    private static bool IsOurs(string path) => ConfigurationFile.IsMatch(path) || BaselineFile.IsMatch(path);
}
