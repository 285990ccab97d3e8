using System.Collections.Immutable;
using ExplicitContext.Analyzers.Reporting;
using ExplicitContext.Model;
using ExplicitContext.Model.Ambient;
using ExplicitContext.Model.Configuration;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.Analyzers.Configuration;

/// <summary>ECTX0001 and ECTX0003: lines of <c>ExplicitContext*.txt</c> that name nothing or do not parse, and levels in <c>.editorconfig</c> that are none.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConfigurationAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor DoesNotResolve = new(
        RuleIds.EntryDoesNotResolve,
        "Configuration entry does not resolve",
        "{0}",
        RuleCategories.Configuration,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "An entry that names nothing guards nothing: after a rename its rule would be silently off.",
        RulePage.For(RuleIds.EntryDoesNotResolve));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [DoesNotResolve, MalformedLine.Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            var contexts = ContextModels.Of(start);
            var check = new Check(contexts.Problems, new(start.Options.AnalyzerConfigOptionsProvider));
            if (check.HasProblems)
                start.RegisterAdditionalFileAction(check.Report);
            if (contexts.IsToolkitMentioned)
                start.RegisterSyntaxNodeAction(attribute => ReportScope(attribute, contexts), SyntaxKind.Attribute);
            var misspelt = MisspeltLevels.In(start.Compilation, new(start.Options.AnalyzerConfigOptionsProvider), start.CancellationToken);
            if (!misspelt.IsEmpty)
                start.RegisterSyntaxTreeAction(tree => Report(tree, misspelt));
        });
    }

    private static void Report(SyntaxTreeAnalysisContext context, ImmutableDictionary<SyntaxTree, ImmutableArray<string>> misspelt)
    {
        foreach (var level in misspelt.GetValueOrDefault(context.Tree, []))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                MalformedLine.Rule,
                Location.Create(context.Tree, new TextSpan(0, 0)),
                $"'{level}', which .editorconfig says is the explicit_context.level of this file, is no level. Write {LevelWords.OfPlaces} there; until then the level of the project holds."));
        }
    }

    /// <summary>An <c>EnteredBy</c> that names what cannot enter a context.</summary>
    private static void ReportScope(SyntaxNodeAnalysisContext context, ContextModel contexts)
    {
        if (((AttributeSyntax)context.Node).ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == "EnteredBy") is { } argument
            && context.ContainingSymbol is { } member
            && contexts.GetAmbientAccessor(member) is { } accessor
            && AmbientScope.Of(accessor, contexts, out var fault) is null
            && fault is not null)
        {
            context.ReportDiagnostic(Diagnostic.Create(DoesNotResolve, argument.GetLocation(), fault));
        }
    }

    private sealed class Check(ImmutableArray<ConfigurationProblem> problems, OwnFiles own)
    {
        public bool HasProblems => problems.Any(problem => RuleOf(problem) is not null);

        public void Report(AdditionalFileAnalysisContext context)
        {
            foreach (var problem in problems.Where(problem => problem.Path == context.AdditionalFile.Path))
            {
                if (RuleOf(problem) is { } rule && ConfigurationLocation.Of(problem, [context.AdditionalFile], context.CancellationToken) is { } location)
                    context.ReportDiagnostic(Diagnostic.Create(rule, location, problem.Message));
            }
        }

        private DiagnosticDescriptor? RuleOf(ConfigurationProblem problem) => problem.Kind switch
        {
            ConfigurationProblemKind.Malformed => MalformedLine.Rule,
            ConfigurationProblemKind.DoesNotResolve => DoesNotResolve,
            ConfigurationProblemKind.NotInSight when own.Contains(problem.Path) => DoesNotResolve,
            _ => null,
        };
    }
}
