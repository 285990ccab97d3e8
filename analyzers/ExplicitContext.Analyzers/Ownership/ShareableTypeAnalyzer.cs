using System.Collections.Immutable;
using ExplicitContext.Analyzers.Reporting;
using ExplicitContext.Model;
using ExplicitContext.Model.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ExplicitContext.Analyzers.Ownership;

/// <summary>ECTX3006: a type is declared shareable, but it is not; or a type that derives from a shareable one adds what the other knows nothing of.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ShareableTypeAnalyzer : ContextRuleAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.FalselyShareable,
        "Declared shareable, but it is not",
        "'{0}' is declared shareable, but {1}",
        RuleCategories.Ownership,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "What crosses from one interpreter to another must not be able to change there, or must be copied. The runtime refuses what is neither.",
        RulePage.For(RuleIds.FalselyShareable));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = FindingReporter.Supports(Rule);

    private protected override void Start(CompilationStartAnalysisContext start, ContextModel contexts, FindingReporter reporter)
    {
        var planner = new ShareablePlanner(start.Compilation);
        reporter.OnSymbols(symbol => Analyze(symbol, planner), SymbolKind.NamedType);
    }

    private static IEnumerable<Finding> Analyze(SymbolAnalysisContext context, ShareablePlanner planner)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (IsDeclared(type))
        {
            foreach (var obstacle in planner.Plan(type, context.CancellationToken)?.Obstacles ?? [])
                yield return new(Rule, obstacle.Symbol.Locations[0], obstacle.Symbol, type.Name, obstacle.Reason) { Severity = DiagnosticSeverity.Error };
        }
        else if (ShareableBase(type) is { } parent && planner.Plan(type, context.CancellationToken) is { } plan
            && plan.Members.FirstOrDefault(member => member.CanBeAssigned || member.Passage is Passage.Copied or Passage.Never) is { } member)
        {
            yield return new(
                Rule,
                member.Symbol.Locations[0],
                member.Symbol,
                parent.Name,
                $"'{type.Name}', which derives from it, adds '{member.Symbol.Name}', which can change; mark '{type.Name}' [Shareable] and partial, or seal '{parent.Name}'")
            {
                Severity = DiagnosticSeverity.Warning,
            };
        }
    }

    private static INamedTypeSymbol? ShareableBase(INamedTypeSymbol type)
    {
        for (var parent = type.BaseType; parent is not null; parent = parent.BaseType)
        {
            if (IsDeclared(parent))
                return parent;
        }

        return null;
    }

    private static bool IsDeclared(INamedTypeSymbol type) => KnownAttributes.Find(type.OriginalDefinition, KnownAttributes.Shareable) is not null;
}
