using ExplicitContext.Model.Configuration;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ExplicitContext.Analyzers.Reporting;

/// <summary>
/// Between a rule and the host: the rule looks at an operation, a block or a symbol and yields findings; the reporter gives them the severity
/// of the level that holds where they are. One for each analyzer and compilation.
/// </summary>
internal sealed class FindingReporter
{
    private readonly CompilationStartAnalysisContext start;
    private readonly Levels levels;

    private FindingReporter(CompilationStartAnalysisContext start)
    {
        this.start = start;
        levels = new(start.Options.AnalyzerConfigOptionsProvider);
    }

    /// <summary>The reporter of the analyzer that is being started.</summary>
    public static FindingReporter Create(CompilationStartAnalysisContext start) => new(start);

    /// <summary>Has a rule look at every operation of these kinds.</summary>
    public void OnOperations(Func<OperationAnalysisContext, Finding?> find, params OperationKind[] kinds) =>
        start.RegisterOperationAction(
            context =>
            {
                if (find(context) is { IsSilenced: false } finding)
                    context.ReportDiagnostic(Create(finding));
            },
            kinds);

    /// <summary>Has a rule look at the whole body of every member.</summary>
    public void OnOperationBlocks(Func<OperationBlockAnalysisContext, IEnumerable<Finding>> find) =>
        start.RegisterOperationBlockAction(context =>
        {
            foreach (var finding in find(context).Where(finding => !finding.IsSilenced))
                context.ReportDiagnostic(Create(finding));
        });

    /// <summary>Has a rule look at every symbol of these kinds.</summary>
    public void OnSymbols(Func<SymbolAnalysisContext, IEnumerable<Finding>> find, params SymbolKind[] kinds) =>
        start.RegisterSymbolAction(
            context =>
            {
                foreach (var finding in find(context).Where(finding => !finding.IsSilenced))
                    context.ReportDiagnostic(Create(finding));
            },
            kinds);

    private Diagnostic Create(Finding finding) =>
        finding.ToDiagnostic(SeverityOf(finding.Accessor?.Level ?? levels.At(finding.Location.SourceTree)));

    private static DiagnosticSeverity SeverityOf(Level level) => level switch
    {
        Level.Inventory => DiagnosticSeverity.Info,
        Level.Warn => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Error,
    };
}
