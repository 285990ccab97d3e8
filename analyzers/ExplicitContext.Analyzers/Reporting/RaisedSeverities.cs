using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ExplicitContext.Analyzers.Reporting;

/// <summary>
/// Tells where the user has set a severity of his own. The compiler gives it to every diagnostic of the rule, whatever the analyzer said, so
/// recorded debt would break a build there.
/// </summary>
internal sealed class RaisedSeverities(Compilation compilation, AnalyzerConfigOptionsProvider options)
{
    private readonly bool showsAll = options.GlobalOptions.IsTrue(HostOptions.ShowRecorded);

    /// <summary>Whether a recorded finding must be left out, lest it be a warning or an error. A report asks for all by a global option.</summary>
    public bool Forbid(DiagnosticDescriptor rule, SyntaxTree? tree, CancellationToken cancellationToken) =>
        !showsAll && tree is not null && (Configured(rule.Id, tree, cancellationToken) ?? OfMany(rule, tree)) is ReportDiagnostic.Error or ReportDiagnostic.Warn;

    private ReportDiagnostic? Configured(string id, SyntaxTree tree, CancellationToken cancellationToken)
    {
        var provider = compilation.Options.SyntaxTreeOptionsProvider;
        return provider?.TryGetDiagnosticValue(tree, id, cancellationToken, out var severity) == true
            || provider?.TryGetGlobalDiagnosticValue(id, cancellationToken, out severity) == true
            || compilation.Options.SpecificDiagnosticOptions.TryGetValue(id, out severity)
                ? severity
                : null;
    }

    private ReportDiagnostic? OfMany(DiagnosticDescriptor rule, SyntaxTree tree)
    {
        var ofTree = options.GetOptions(tree);
        return ofTree.TryGetValue($"dotnet_analyzer_diagnostic.category-{rule.Category}.severity", out var text) || ofTree.TryGetValue("dotnet_analyzer_diagnostic.severity", out text)
            ? text.Trim().ToLowerInvariant() switch { "error" => ReportDiagnostic.Error, "warning" => ReportDiagnostic.Warn, _ => null }
            : null;
    }
}
