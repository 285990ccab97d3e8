using System.Collections.Immutable;
using ExplicitContext.Analyzers.Reporting;
using ExplicitContext.Model;
using ExplicitContext.Model.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Analyzers.Generation;

/// <summary>
/// ECTX5001, ECTX5002, ECTX5003, ECTX5005 and ECTX5006: what the generator could not do, had to do otherwise than one expects, or was asked in vain. The generator leaves its findings in the
/// compilation as attributes; reporting them from here gives them a squiggle, a severity and a suppression like any other finding's.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GenerationReportAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor NotPartial = Rule(
        RuleIds.TypeIsNotPartial,
        "Type is not partial",
        "What is generated is a part of the type that asks for it, so that type and all around it must be partial.");

    private static readonly DiagnosticDescriptor CannotRewrite = Rule(
        RuleIds.ConstructCannotBeRewritten,
        "Construct cannot be rewritten",
        "The overload keeps an ambient read, or nothing is generated, because the language leaves no place for the context here or something is missing.");

    private static readonly DiagnosticDescriptor WouldCollide = Rule(
        RuleIds.OverloadWouldCollide,
        "Generated overload would collide or make a call ambiguous",
        "Adding an overload must not change what existing code means, so this one is not generated.");

    private static readonly DiagnosticDescriptor HasOwnName = Rule(
        RuleIds.OverloadHasOwnName,
        "Generated overload has a name of its own",
        "By the usual name, the overload would change what existing code means. By its own, it touches nothing; callers have to know it.",
        DiagnosticSeverity.Info);

    private static readonly DiagnosticDescriptor NothingToPass = Rule(
        RuleIds.NothingToPass,
        "[PassContext] has nothing to hand on",
        "An overload takes the context in place of the ambient one. Where nothing reads that, there is none; either the mark or an accessor's is out of place.",
        DiagnosticSeverity.Info);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [NotPartial, CannotRewrite, WouldCollide, HasOwnName, NothingToPass];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            // To read the attributes of an assembly means to bind them all.
            if (!ContextModels.Of(start).IsToolkitMentioned)
                return;
            var findings = Read(start.Compilation.Assembly).ToLookup(finding => finding.Symbol, StringComparer.Ordinal);
            if (findings.Count > 0)
                start.RegisterSymbolAction(symbol => Report(symbol, findings), SymbolKind.Method, SymbolKind.Property, SymbolKind.Field, SymbolKind.Event, SymbolKind.NamedType);
        });
    }

    private static IEnumerable<GenerationFinding> Read(IAssemblySymbol assembly) =>
        from attribute in assembly.GetAttributes()
        where KnownAttributes.Is(attribute.AttributeClass, KnownAttributes.GenerationReport)
        let values = attribute.ConstructorArguments
        where values.Length == 5
        select new GenerationFinding((string)values[0].Value!, (string)values[1].Value!, (int)values[2].Value!, (int)values[3].Value!, (string)values[4].Value!);

    private static void Report(SymbolAnalysisContext context, ILookup<string, GenerationFinding> findings)
    {
        foreach (var finding in findings[context.Symbol.GetDocumentationCommentId() ?? ""].Distinct())
            context.ReportDiagnostic(Diagnostic.Create(RuleOf(finding), LocationOf(finding, context.Symbol), finding.Message));
    }

    private static DiagnosticDescriptor RuleOf(GenerationFinding finding) => finding.Rule switch
    {
        GenerationFinding.NotPartial => NotPartial,
        GenerationFinding.WouldCollide => WouldCollide,
        GenerationFinding.HasOwnName => HasOwnName,
        GenerationFinding.NothingToPass => NothingToPass,
        _ => CannotRewrite,
    };

    /// <summary>The generator may have run on an older text than this; a span that no longer fits falls back to the declared name.</summary>
    private static Location LocationOf(GenerationFinding finding, ISymbol symbol)
    {
        if (finding.Offset >= 0)
        {
            foreach (var reference in symbol.DeclaringSyntaxReferences)
            {
                var span = new TextSpan(reference.Span.Start + finding.Offset, finding.Length);
                if (reference.Span.Contains(span) && reference.GetSyntax().FindNode(span).Span == span)
                    return Location.Create(reference.SyntaxTree, span);
            }
        }

        return symbol.Locations[0];
    }

    private static DiagnosticDescriptor Rule(string id, string title, string description, DiagnosticSeverity severity = DiagnosticSeverity.Warning) =>
        new(id, title, "{0}", RuleCategories.Generation, severity, isEnabledByDefault: true, description, RulePage.For(id));
}
