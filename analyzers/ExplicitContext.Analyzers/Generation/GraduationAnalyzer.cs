using System.Collections.Immutable;
using ExplicitContext.Analyzers.Reporting;
using ExplicitContext.Model;
using ExplicitContext.Model.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ExplicitContext.Analyzers.Generation;

/// <summary>
/// ECTX5004: a member whose context-passing overload is generated and could be source. It is an offer: builds leave analyzers that only inform aside, so it costs where
/// somebody looks.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GraduationAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.OverloadCanGraduate,
        "Generated overload can become source",
        "'{0}' has a generated overload that takes '{1}': graduate it, so that the overload is source and '{0}' hands the ambient context on to it",
        RuleCategories.Generation,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "While an overload is generated, its body is there twice. A graduated one is source, and the legacy member is one line that calls it.",
        RulePage.For(RuleIds.OverloadCanGraduate));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (GeneratedOverloads.FilesIn(start.Compilation).Any() && ContextModels.Of(start) is { IsEmpty: false } contexts)
                start.RegisterSymbolAction(new Check(contexts).Analyze, SymbolKind.Method, SymbolKind.Property);
        });
    }

    private sealed class Check(ContextModel contexts)
    {
        public void Analyze(SymbolAnalysisContext context)
        {
            var (legacy, at) = context.Symbol switch
            {
                IPropertySymbol { PartialDefinitionPart: null } property => (property, property.PartialImplementationPart ?? property),
                IMethodSymbol { AssociatedSymbol: null, PartialDefinitionPart: null } method => ((ISymbol)method, method.PartialImplementationPart ?? method),
                _ => default((ISymbol, ISymbol)?),
            } ?? default;
            if (legacy is not null && Overload(legacy) is var (_, taken))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Rule, at.Locations[0], legacy.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat), $"{taken.Type.Name} {taken.ParameterName}"));
            }
        }

        private (IMethodSymbol Overload, ContextType Context)? Overload(ISymbol legacy) => legacy switch
        {
            IMethodSymbol method => GeneratedOverloads.Of(method, contexts),
            IPropertySymbol property => (property.GetMethod is { } getter ? GeneratedOverloads.Of(getter, contexts) : null)
                ?? (property.SetMethod is { } setter ? GeneratedOverloads.Of(setter, contexts) : null),
            _ => null,
        };
    }
}
