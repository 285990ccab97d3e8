using System.Collections.Immutable;
using ExplicitContext.Analyzers.Reporting;
using ExplicitContext.Model;
using ExplicitContext.Model.Configuration;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ExplicitContext.Analyzers.Configuration;

/// <summary>ECTX0005: audits, as attributes or as lines of <c>ExplicitContext*.txt</c>, that lack their owner, reason or date, or have expired.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AuditAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.AuditIncomplete,
        "Audit without owner, reason or date, or expired",
        "{0}",
        RuleCategories.Configuration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "State may stay process-global if someone answers for it, says why, and looks at it again. An audit for ever, by nobody, is a suppression by another name.",
        RulePage.For(RuleIds.AuditIncomplete));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            var check = new Check(ContextModels.Of(start), Today(start.Options.AnalyzerConfigOptionsProvider.GlobalOptions));
            if (!start.Compilation.GetTypesByMetadataName($"{KnownAttributes.Namespace}.{KnownAttributes.AuditedStatic}").IsEmpty)
                start.RegisterSymbolAction(check.Report, SymbolKind.Field, SymbolKind.Property, SymbolKind.Event);
            if (check.HasAuditedLines)
                start.RegisterAdditionalFileAction(check.Report);
        });
    }

    /// <summary>An analyzer has no clock of its own: the build says which day it is, and on no day nothing expires.</summary>
    private static DateTime? Today(AnalyzerConfigOptions options) =>
        options.TryGetValue("build_property.ExplicitContextToday", out var today) ? Audit.ParseDay(today) : null;

    private sealed class Check(ContextModel contexts, DateTime? today)
    {
        private readonly ImmutableArray<ConfigurationEntry> lines = [.. contexts.Configuration.Entries.Items.Where(entry => entry is { Kind: EntryKind.Audited, TakesBack: false, IsOfPack: false })];

        public bool HasAuditedLines => !lines.IsEmpty;

        public void Report(SymbolAnalysisContext context)
        {
            if (context.Symbol is not { IsStatic: true, IsImplicitlyDeclared: false }
                || ContextModel.GetDeclaredAudit(context.Symbol) is not { } audit
                || audit.FaultOf(context.Symbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat), today) is not { } fault)
                return;
            var attribute = KnownAttributes.Find(context.Symbol, KnownAttributes.AuditedStatic)!.ApplicationSyntaxReference;
            var location = attribute is null ? context.Symbol.Locations[0] : Location.Create(attribute.SyntaxTree, attribute.Span);
            context.ReportDiagnostic(Diagnostic.Create(Rule, location, fault));
        }

        public void Report(AdditionalFileAnalysisContext context)
        {
            foreach (var line in lines.Where(line => line.Path == context.AdditionalFile.Path))
            {
                if (line.Audit!.FaultOf(line.Id, today) is { } fault
                    && ConfigurationLocation.Of(line, [context.AdditionalFile], context.CancellationToken) is { } location)
                    context.ReportDiagnostic(Diagnostic.Create(Rule, location, fault));
            }
        }
    }
}
