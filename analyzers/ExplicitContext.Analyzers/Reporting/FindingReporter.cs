using System.Collections.Concurrent;
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
                if (find(context) is { } finding)
                    context.ReportDiagnostic(Create(finding));
            },
            kinds);

    /// <summary>Has a rule look at the whole body of every member.</summary>
    public void OnOperationBlocks(Func<OperationBlockAnalysisContext, IEnumerable<Finding>> find) =>
        start.RegisterOperationBlockAction(context =>
        {
            foreach (var finding in find(context))
                context.ReportDiagnostic(Create(finding));
        });

    /// <summary>Has a rule look at every symbol of these kinds.</summary>
    public void OnSymbols(Func<SymbolAnalysisContext, IEnumerable<Finding>> find, params SymbolKind[] kinds) =>
        start.RegisterSymbolAction(
            context =>
            {
                foreach (var finding in find(context))
                    context.ReportDiagnostic(Create(finding));
            },
            kinds);

    /// <summary>Has a rule look at the bodies of a type's members, and judge the type by what it saw there once all of them have been seen.</summary>
    public void OnTypes<T>(Func<OperationBlockAnalysisContext, IEnumerable<T>> look, Func<INamedTypeSymbol, IReadOnlyCollection<T>, IEnumerable<Finding>> judge) =>
        start.RegisterSymbolStartAction(
            type =>
            {
                var seen = new ConcurrentBag<T>();
                type.RegisterOperationBlockAction(block =>
                {
                    if (!SymbolEqualityComparer.Default.Equals(block.OwningSymbol.ContainingType, type.Symbol))
                        return;
                    foreach (var item in look(block))
                        seen.Add(item);
                });
                type.RegisterSymbolEndAction(end =>
                {
                    foreach (var finding in judge((INamedTypeSymbol)end.Symbol, seen))
                        end.ReportDiagnostic(Create(finding));
                });
            },
            SymbolKind.NamedType);

    private Diagnostic Create(Finding finding) => Diagnostic.Create(
        finding.Rule,
        finding.Location,
        SeverityOf(levels.At(finding.Location.SourceTree)),
        finding.AdditionalLocations,
        finding.Properties,
        finding.Arguments);

    private static DiagnosticSeverity SeverityOf(Level level) => level switch
    {
        Level.Inventory => DiagnosticSeverity.Info,
        Level.Warn => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Error,
    };
}
