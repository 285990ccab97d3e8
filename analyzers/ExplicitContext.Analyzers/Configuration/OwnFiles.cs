using ExplicitContext.Model.Configuration;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ExplicitContext.Analyzers.Configuration;

/// <summary>
/// Tells the configuration files of one project from those that it shares with others, above its folder, and from those that packages bring. A line of a shared file may be
/// meant for another project.
/// </summary>
internal sealed class OwnFiles(AnalyzerConfigOptionsProvider options)
{
    private readonly string? folder =
        options.GlobalOptions.TryGetValue("build_property.ProjectDir", out var text) && text.Length > 0 ? Normalize(text).TrimEnd('/') + "/" : null;

    /// <summary>Whether a file is the project's own; where the project's folder is not known, all of the user's files are.</summary>
    public bool Contains(string path) =>
        !ConfigurationFile.IsPack(path) && (folder is null || Normalize(path).StartsWith(folder, StringComparison.OrdinalIgnoreCase));

    private static string Normalize(string path) => path.Replace('\\', '/');
}
