namespace ExplicitContext.Migration.Loading;

/// <summary>Finds the one solution or project that a path means.</summary>
public static class TargetFinder
{
    private const int CandidatesShown = 8;
    private const int SearchDepth = 4;

    /// <summary>Resolves a solution, a project, or a folder that holds exactly one of them; a solution comes before a project.</summary>
    /// <exception cref="InputException">There is nothing there, nothing that can be loaded, or more than one candidate.</exception>
    public static LoadTarget Find(string path)
    {
        var fullPath = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (File.Exists(fullPath)) return FromFile(fullPath);
        if (Directory.Exists(fullPath)) return FromFolder(fullPath);
        throw new InputException($"{path}: no such file or folder. Name a .sln, .slnx or .csproj file, or the folder that holds one.");
    }

    private static LoadTarget FromFile(string file) => Path.GetExtension(file).ToLowerInvariant() switch
    {
        ".sln" or ".slnx" or ".slnf" => new LoadTarget(file, IsSolution: true),
        ".csproj" => new LoadTarget(file, IsSolution: false),
        ".fsproj" or ".vbproj" => throw new InputException($"{file}: only C# projects can be scanned. Name a .csproj, or the solution."),
        _ => throw new InputException($"{file}: not a solution or project. Name a .sln, .slnx or .csproj file, or the folder that holds one."),
    };

    private static LoadTarget FromFolder(string folder)
    {
        var solutions = FilesIn(folder, recursive: false, ".sln", ".slnx");
        if (solutions is [var solution]) return new LoadTarget(solution, IsSolution: true);
        if (solutions.Length > 1) throw Ambiguous(folder, "solutions", solutions);

        var projects = FilesIn(folder, recursive: false, ".csproj");
        if (projects is [var project]) return new LoadTarget(project, IsSolution: false);
        if (projects.Length > 1) throw Ambiguous(folder, "projects", projects);

        var deeper = FilesIn(folder, recursive: true, ".sln", ".slnx", ".csproj");
        throw deeper.Length == 0
            ? new InputException($"{folder}: the folder holds no solution and no C# project. Name a .sln, .slnx or .csproj file, or the folder that holds one.")
            : new InputException($"{folder}: no solution and no C# project directly in the folder. Name one of those below it:{List(folder, deeper)}");
    }

    private static InputException Ambiguous(string folder, string what, string[] candidates) =>
        new($"{folder}: the folder holds {candidates.Length} {what}. Name one of them:{List(folder, candidates)}");

    private static string List(string folder, string[] files)
    {
        var lines = files.Take(CandidatesShown).Select(file => $"{Environment.NewLine}  {Path.GetRelativePath(folder, file)}");
        var rest = files.Length > CandidatesShown ? $"{Environment.NewLine}  and {files.Length - CandidatesShown} more" : "";
        return string.Concat(lines) + rest;
    }

    private static string[] FilesIn(string folder, bool recursive, params string[] extensions)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = recursive, MaxRecursionDepth = SearchDepth, IgnoreInaccessible = true };
        return [.. Directory.EnumerateFiles(folder, "*", options)
            .Where(file => extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)];
    }
}
