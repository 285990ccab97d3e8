using ExplicitContext.Model.Baseline;
using ExplicitContext.Model.Configuration;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Migration.Analysis;

/// <summary>
/// Gives projects that have not installed the package what the package would give them: the annotations, the generator that infers reach, and the
/// configuration and the baseline that lie beside them. What a project has brought itself is left as it is.
/// </summary>
internal static class Installation
{
    public static async Task<Solution> CompleteAsync(Solution solution, CancellationToken cancellationToken)
    {
        foreach (var id in solution.ProjectIds)
        {
            var project = solution.GetProject(id)!;
            if (!HasGenerator(project)) project = project.AddAnalyzerReference(new ReachReference());
            if (!HasAnnotations(project)) project = project.AddMetadataReference(MetadataReference.CreateFromFile(typeof(ContextTypeAttribute).Assembly.Location));
            solution = (await WithFilesBesideAsync(project, cancellationToken).ConfigureAwait(false)).Solution;
        }

        return solution;
    }

    private static bool HasGenerator(Project project) => project.AnalyzerReferences.Any(reference => Path.GetFileName(reference.FullPath) == ReachReference.FileName);

    private static bool HasAnnotations(Project project)
    {
        var name = typeof(ContextTypeAttribute).Assembly.GetName().Name!;
        return project.AssemblyName == name
            || project.AllProjectReferences.Any(reference => project.Solution.GetProject(reference.ProjectId)?.AssemblyName == name)
            || project.MetadataReferences.OfType<PortableExecutableReference>().Any(reference => Path.GetFileNameWithoutExtension(reference.FilePath) == name);
    }

    // A project that names any such file itself has decided what it wants.
    private static async Task<Project> WithFilesBesideAsync(Project project, CancellationToken cancellationToken)
    {
        if (project.AdditionalDocuments.Any(document => document.FilePath is { } path && IsOurs(path))) return project;
        foreach (var path in Directory.EnumerateFiles(Path.GetDirectoryName(project.FilePath)!, "ExplicitContext*.txt").Where(IsOurs).Order(StringComparer.Ordinal))
            project = project.AddAdditionalDocument(Path.GetFileName(path), SourceText.From(await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false)), filePath: path).Project;
        return project;
    }

    private static bool IsOurs(string path) => ConfigurationFile.IsMatch(path) || BaselineFile.IsMatch(path);
}
