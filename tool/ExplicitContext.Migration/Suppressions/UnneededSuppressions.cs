using System.Collections.Immutable;
using ExplicitContext.Migration.Inventory;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ExplicitContext.Migration.Suppressions;

/// <summary>
/// Finds the suppressions of some rules that suppress nothing any more. No analyzer can tell, since none sees what others found and was suppressed; so it runs
/// the analyzers itself, and only where anything is suppressed.
/// </summary>
/// <param name="analyzers">The analyzers whose rules are looked at.</param>
public sealed class UnneededSuppressions(ImmutableArray<DiagnosticAnalyzer> analyzers)
{
    private readonly ImmutableDictionary<string, DiagnosticDescriptor> rules =
        analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).DistinctBy(rule => rule.Id).ToImmutableDictionary(rule => rule.Id);

    /// <summary>The suppressions without effect, by file and place. Generated files are left out, and so are rules that are off where they are suppressed.</summary>
    /// <param name="compilation">The compilation, with what generators made.</param>
    /// <param name="options">Its additional files and its configuration.</param>
    /// <param name="cancellationToken">Ends the analysis.</param>
    public async Task<ImmutableArray<Suppression>> FindAsync(Compilation compilation, AnalyzerOptions options, CancellationToken cancellationToken)
    {
        var finder = new SuppressionFinder(rules.Keys.ToHashSet());
        var suppressions = compilation.SyntaxTrees
            .Where(tree => !GeneratedFiles.Contains(tree, cancellationToken))
            .SelectMany(tree => finder.In(compilation.GetSemanticModel(tree), cancellationToken))
            .Where(suppression => IsOn(suppression, compilation, cancellationToken))
            .ToImmutableArray();
        if (suppressions.IsEmpty) return [];

        var suppressed = await SuppressedAsync(compilation, options, [.. suppressions.Select(suppression => suppression.Rule)], cancellationToken).ConfigureAwait(false);
        var attributes = suppressed.Select(diagnostic => diagnostic.GetSuppressionInfo(compilation)?.Attribute?.ApplicationSyntaxReference)
            .OfType<SyntaxReference>()
            .Select(reference => (reference.SyntaxTree, reference.Span))
            .ToHashSet();
        return [.. suppressions
            .Where(suppression => suppression.Form == SuppressionForm.Attribute
                ? !attributes.Contains((suppression.Location.SourceTree!, suppression.Location.SourceSpan))
                : !suppressed.Any(diagnostic => IsCovered(diagnostic, suppression)))
            .OrderBy(suppression => suppression.Location.SourceTree!.FilePath, StringComparer.Ordinal)
            .ThenBy(suppression => suppression.Location.SourceSpan.Start)];
    }

    private async Task<ImmutableArray<Diagnostic>> SuppressedAsync(Compilation compilation, AnalyzerOptions options, ImmutableHashSet<string> ids, CancellationToken cancellationToken)
    {
        var wanted = analyzers.RemoveAll(analyzer => !analyzer.SupportedDiagnostics.Any(rule => ids.Contains(rule.Id)));
        var withAnalyzers = compilation.WithAnalyzers(wanted, new CompilationWithAnalyzersOptions(
            options, onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: true));
        var diagnostics = await withAnalyzers.GetAnalyzerDiagnosticsAsync(cancellationToken).ConfigureAwait(false);
        return diagnostics.RemoveAll(diagnostic => !diagnostic.IsSuppressed);
    }

    private static bool IsCovered(Diagnostic diagnostic, Suppression suppression) =>
        diagnostic.Id == suppression.Rule
        && diagnostic.Location.SourceTree == suppression.Location.SourceTree
        && suppression.Extent.Contains(diagnostic.Location.SourceSpan.Start);

    // A rule that is switched off finds nothing, which says nothing about the suppression.
    private bool IsOn(Suppression suppression, Compilation compilation, CancellationToken cancellationToken)
    {
        var provider = compilation.Options.SyntaxTreeOptionsProvider;
        return (provider?.TryGetDiagnosticValue(suppression.Location.SourceTree!, suppression.Rule, cancellationToken, out var severity) == true
            || provider?.TryGetGlobalDiagnosticValue(suppression.Rule, cancellationToken, out severity) == true
            || compilation.Options.SpecificDiagnosticOptions.TryGetValue(suppression.Rule, out severity))
                ? severity != ReportDiagnostic.Suppress
                : rules[suppression.Rule].IsEnabledByDefault;
    }
}
