using ExplicitContext.Model.Configuration;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ExplicitContext.Analyzers.Reporting;

/// <summary>
/// The level that holds in a file: its <c>explicit_context.level</c>, else the project's <c>ExplicitContextLevel</c>, else
/// <see cref="Level.Enforce"/>. A severity that the user sets for the rule itself wins over it.
/// </summary>
internal sealed class Levels(AnalyzerConfigOptionsProvider options)
{
    private const string FileOption = "explicit_context.level";
    private const string ProjectOption = "build_property.ExplicitContextLevel";

    public Level At(SyntaxTree? tree) =>
        (tree is null ? null : Read(options.GetOptions(tree), FileOption)) ?? Read(options.GlobalOptions, ProjectOption) ?? Level.Enforce;

    /// <summary>What the file's <c>explicit_context.level</c> says that is no level; null where there is nothing to object to.</summary>
    public string? MisspeltAt(SyntaxTree tree) =>
        options.GetOptions(tree).TryGetValue(FileOption, out var text) && LevelWords.ParseForPlace(text) is null ? text.Trim() : null;

    private static Level? Read(AnalyzerConfigOptions options, string key) =>
        options.TryGetValue(key, out var text) ? LevelWords.ParseForPlace(text) : null;
}
