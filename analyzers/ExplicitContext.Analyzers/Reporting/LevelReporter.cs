using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ExplicitContext.Analyzers.Reporting;

/// <summary>
/// Gives findings the severity of the level that holds where they are: <c>explicit_context.level</c> of the file, else the project's
/// <c>ExplicitContextLevel</c>, else <see cref="Level.Enforce"/>. A severity that the user sets for the rule itself wins over it.
/// </summary>
internal sealed class LevelReporter(AnalyzerConfigOptionsProvider options)
{
    private const string FileOption = "explicit_context.level";
    private const string ProjectOption = "build_property.ExplicitContextLevel";

    /// <summary>Creates a diagnostic at the level of the file that it is in.</summary>
    public Diagnostic Create(
        DiagnosticDescriptor rule,
        Location location,
        ImmutableDictionary<string, string?> properties,
        params object?[] arguments) =>
        Diagnostic.Create(rule, location, SeverityOf(LevelAt(location.SourceTree)), additionalLocations: null, properties, arguments);

    private static DiagnosticSeverity SeverityOf(Level level) => level switch
    {
        Level.Inventory => DiagnosticSeverity.Info,
        Level.Warn => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Error,
    };

    private Level LevelAt(SyntaxTree? tree) =>
        (tree is null ? null : Read(options.GetOptions(tree), FileOption)) ?? Read(options.GlobalOptions, ProjectOption) ?? Level.Enforce;

    private static Level? Read(AnalyzerConfigOptions options, string key) =>
        options.TryGetValue(key, out var text) ? Parse(text.Trim()) : null;

    private static Level? Parse(string text) => text.ToLowerInvariant() switch
    {
        "inventory" => Level.Inventory,
        "warn" => Level.Warn,
        "enforce" => Level.Enforce,
        _ => null,
    };
}
