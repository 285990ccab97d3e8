using System.Collections.Immutable;
using ExplicitContext.Model.Baseline;
using ExplicitContext.Model.Configuration;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ExplicitContext.Analyzers.Reporting;

/// <summary>
/// Between a rule and the host: the rule looks at an operation, a body or a symbol and yields findings; the reporter gives them the severity of
/// the level that holds where they are, and holds them against the baseline. One for each analyzer and compilation.
/// </summary>
internal sealed class FindingReporter
{
    private readonly CompilationStartAnalysisContext start;
    private readonly Levels levels;
    private readonly RaisedSeverities raised;
    private readonly RecordedDebt? debt;
    private readonly List<(Func<OperationAnalysisContext, IEnumerable<Finding>> Find, ImmutableArray<OperationKind> Kinds)> ofOperations = [];
    private readonly List<Func<OperationBlockAnalysisContext, IEnumerable<Finding>>> ofBodies = [];
    private readonly Dictionary<SymbolKind, List<Func<SymbolAnalysisContext, IEnumerable<Finding>>>> ofSymbols = [];

    private FindingReporter(CompilationStartAnalysisContext start, ImmutableArray<DiagnosticDescriptor> rules)
    {
        this.start = start;
        levels = new(start.Options.AnalyzerConfigOptionsProvider);
        raised = new(start.Compilation, start.Options.AnalyzerConfigOptionsProvider);
        debt = RecordedDebt.Of(start, rules);
        if (debt?.JudgesStale == true)
            start.RegisterAdditionalFileAction(ReportUnvisited);
    }

    /// <summary>Whether anything is recorded of the analyzer's rules, so that it has to say what of it is gone.</summary>
    public bool HasRecords => debt is not null;

    /// <summary>What an analyzer supports that reports through here: its own rules, and what the baseline gives cause to say.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Supports(params DiagnosticDescriptor[] rules) => [.. rules, StaleEntry.Rule];

    /// <summary>The reporter of the analyzer that is being started.</summary>
    /// <param name="start">The start.</param>
    /// <param name="supported">What the analyzer supports: <see cref="Supports"/> of its rules.</param>
    public static FindingReporter Create(CompilationStartAnalysisContext start, ImmutableArray<DiagnosticDescriptor> supported) => supported.Contains(StaleEntry.Rule)
        ? new(start, supported)
        : throw new ArgumentException($"An analyzer that reports findings supports {StaleEntry.Rule.Id} too: write SupportedDiagnostics {{ get; }} = FindingReporter.Supports(...).", nameof(supported));

    /// <summary>Has a rule look at every operation of these kinds.</summary>
    public void OnOperations(Func<OperationAnalysisContext, Finding?> find, params OperationKind[] kinds) =>
        OnOperations(context => find(context) is { } finding ? [finding] : [], kinds);

    /// <summary>The same for a rule that may find several things at one operation.</summary>
    public void OnOperations(Func<OperationAnalysisContext, IEnumerable<Finding>> find, params OperationKind[] kinds)
    {
        if (debt is null)
        {
            start.RegisterOperationAction(
                context =>
                {
                    foreach (var finding in find(context))
                    {
                        if (!finding.IsSilenced)
                            context.ReportDiagnostic(Create(finding, KeyInBody(finding, context.ContainingSymbol)));
                    }
                },
                kinds);
        }
        else
        {
            WatchBodies();
            ofOperations.Add((find, [.. kinds]));
        }
    }

    /// <summary>Has a rule look at the whole body of every member.</summary>
    public void OnOperationBlocks(Func<OperationBlockAnalysisContext, IEnumerable<Finding>> find)
    {
        if (debt is null)
        {
            start.RegisterOperationBlockAction(context =>
            {
                foreach (var finding in find(context).Where(finding => !finding.IsSilenced))
                    context.ReportDiagnostic(Create(finding, KeyInBody(finding, context.OwningSymbol)));
            });
        }
        else
        {
            WatchBodies();
            ofBodies.Add(find);
        }
    }

    /// <summary>Has a rule look at every symbol of these kinds.</summary>
    public void OnSymbols(Func<SymbolAnalysisContext, IEnumerable<Finding>> find, params SymbolKind[] kinds)
    {
        foreach (var kind in kinds)
        {
            if (!ofSymbols.TryGetValue(kind, out var finds))
            {
                ofSymbols.Add(kind, finds = []);
                start.RegisterSymbolAction(context => LookAt(context, finds), kind);
            }

            finds.Add(find);
        }
    }

    private static BaselineKey KeyInBody(Finding finding, ISymbol member) => BaselineKeys.InBody(finding.Rule.Id, BaselineKeys.OfMember(member), finding.Subject);

    private static BaselineKey KeyOfDeclaration(Finding finding, ISymbol member) => BaselineKeys.OfDeclaration(finding.Rule.Id, BaselineKeys.OfMember(member), finding.Subject);

    private static DiagnosticSeverity SeverityOf(Level level) => level switch
    {
        Level.Inventory => DiagnosticSeverity.Info,
        Level.Warn => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Error,
    };

    /// <summary>All that an analyzer finds in one declaration is held against the record together, whatever the number of its checks.</summary>
    private void LookAt(SymbolAnalysisContext context, List<Func<SymbolAnalysisContext, IEnumerable<Finding>>> finds)
    {
        if (debt is null)
        {
            foreach (var finding in finds.SelectMany(find => find(context)).Where(finding => !finding.IsSilenced))
                context.ReportDiagnostic(Create(finding, KeyOfDeclaration(finding, context.Symbol)));
            return;
        }

        var findings = new MemberFindings(debt.Of(context.Symbol, declaration: true), finding => KeyOfDeclaration(finding, context.Symbol));
        foreach (var find in finds)
            findings.Add(find(context));
        Report(findings, judgesStale: true, context.ReportDiagnostic, context.CancellationToken);
    }

    private void WatchBodies()
    {
        if (ofOperations.Count + ofBodies.Count == 0)
            start.RegisterOperationBlockStartAction(StartBody);
    }

    /// <summary>With a record, all findings of one body are brought together at its end, those in its lambdas and local functions included.</summary>
    private void StartBody(OperationBlockStartAnalysisContext body)
    {
        var findings = new MemberFindings(debt!.Of(body.OwningSymbol, declaration: false), finding => KeyInBody(finding, body.OwningSymbol));
        foreach (var (find, kinds) in ofOperations)
            body.RegisterOperationAction(context => findings.Add(find(context)), kinds);
        body.RegisterOperationBlockEndAction(end =>
        {
            foreach (var find in ofBodies)
                findings.Add(find(end));
            Report(findings, MemberBody.IsWrittenIn(end.OwningSymbol), end.ReportDiagnostic, end.CancellationToken);
        });
    }

    private void Report(MemberFindings findings, bool judgesStale, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        foreach (var (finding, key, isRecorded) in findings.Matched())
        {
            if (!isRecorded || !raised.Forbid(finding.Rule, finding.Location.SourceTree, cancellationToken))
                report(Create(finding, key, isRecorded));
        }

        if (judgesStale && debt?.JudgesStale == true)
        {
            foreach (var (file, entry, found) in findings.Stale())
                report(StaleEntry.Report(file.Path, file.GetText(cancellationToken), entry, found, debt.StaleSeverity));
        }
    }

    /// <summary>What is recorded of members that no action will come to: they are gone, or have lost what the rule looks at.</summary>
    private void ReportUnvisited(AdditionalFileAnalysisContext context)
    {
        var members = new BaselineMembers(context.Compilation);
        foreach (var (file, entry) in debt!.All.Where(line => line.File.Path == context.AdditionalFile.Path))
        {
            var member = members.Find(entry.Key.Member);
            if (member is null || !IsVisited(member, entry.Key))
                context.ReportDiagnostic(StaleEntry.Report(file.Path, file.GetText(context.CancellationToken), entry, member is null ? null : 0, debt.StaleSeverity));
        }
    }

    private bool IsVisited(ISymbol member, BaselineKey key) => key.IsOfDeclaration
        ? ofSymbols.ContainsKey(member.Kind)
        : ofOperations.Count + ofBodies.Count > 0 && MemberBody.Exists(member);

    private Diagnostic Create(Finding finding, BaselineKey key, bool isRecorded = false)
    {
        var properties = finding.Properties.Add(FindingProperties.Member, key.Member).Add(FindingProperties.Subject, key.Subject);
        return isRecorded
            ? finding.ToDiagnostic(DiagnosticSeverity.Info, properties.Add(FindingProperties.Baselined, "true"))
            : finding.ToDiagnostic(finding.Severity ?? SeverityOf(finding.Accessor?.Level ?? levels.At(finding.Location.SourceTree)), properties);
    }
}
