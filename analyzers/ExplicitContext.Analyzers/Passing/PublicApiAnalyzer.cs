using System.Collections.Immutable;
using ExplicitContext.Analyzers.Reporting;
using ExplicitContext.Model;
using ExplicitContext.Model.Passing;
using ExplicitContext.Model.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ExplicitContext.Analyzers.Passing;

/// <summary>ECTX2005: public API that takes a context, in a project that keeps its API.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PublicApiAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.PublicApiTakesContext,
        "Public API takes a context parameter",
        "'{0}' takes a context and has no overload without it, though 'explicit_context.public_api' is 'keep': add one that hands on the ambient context",
        RuleCategories.Passing,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Users of a library that keeps its API must be able to call it as before; an overload that is an entry point gives them that.",
        RulePage.For(RuleIds.PublicApiTakesContext),
        RuleTags.ByLevel);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = FindingReporter.Supports(Rule);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            var contexts = ContextModels.Of(start);
            if (contexts.IsEmpty)
                return;
            FindingReporter.Create(start, SupportedDiagnostics).OnSymbols(new Check(contexts).Analyze, SymbolKind.Method);
        });
    }

    private sealed class Check(ContextModel contexts)
    {
        private const string FileOption = "explicit_context.public_api";
        private const string ProjectOption = "build_property.ExplicitContextPublicApi";

        public IEnumerable<Finding> Analyze(SymbolAnalysisContext context)
        {
            if (context.Symbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.Constructor, IsImplicitlyDeclared: false, Parameters.IsEmpty: false, PartialDefinitionPart: null, Locations: [{ SourceTree: { } tree } at, ..] } method
                || method.IsPrescribed() || !method.IsExternallyVisible() || !IsKept(tree, context.Options.AnalyzerConfigOptionsProvider))
            {
                yield break;
            }

            if (contexts.ContextParametersOf(method).FirstOrDefault(pair => !IsSubject(pair.Parameter, method)) is ({ } parameter, { } wanted) && !HasLegacy(method, parameter))
            {
                yield return new(Rule, at, method, method.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat))
                {
                    Properties = AccessorOf(wanted) is { } accessor && !method.IsAbstract && method.ContainingType.TypeKind != TypeKind.Interface
                        ? ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Context, accessor).Add(FixProperties.Parameter, parameter.Name)
                        : ImmutableDictionary<string, string?>.Empty,
                };
            }
        }

        private static bool IsKept(SyntaxTree tree, AnalyzerConfigOptionsProvider options) =>
            (options.GetOptions(tree).TryGetValue(FileOption, out var text) || options.GlobalOptions.TryGetValue(ProjectOption, out text))
            && text.Trim().Equals("keep", StringComparison.OrdinalIgnoreCase);

        /// <summary>Members of contexts, and extensions of one, are about contexts.</summary>
        private bool IsSubject(IParameterSymbol parameter, IMethodSymbol method) =>
            (method.IsExtensionMethod && parameter.Ordinal == 0) || contexts.GetContextType(method.ContainingType) is not null;

        private static bool HasLegacy(IMethodSymbol method, IParameterSymbol context) =>
            method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>().Any(other =>
                other.IsExternallyVisible()
                && other.IsStatic == method.IsStatic
                && other.Arity == method.Arity
                && other.Parameters.Length == method.Parameters.Length - 1
                && method.Parameters.RemoveAt(context.Ordinal).Zip(OverloadShape.InTermsOf(method, other).Parameters, (one, two) => one.RefKind == two.RefKind && SymbolEqualityComparer.Default.Equals(one.Type, two.Type)).All(same => same));

        /// <summary>How one reads the ambient context of a type; the first by name of several.</summary>
        private string? AccessorOf(ContextType wanted) =>
            wanted.Type.GetMembers().Select(contexts.GetAmbientAccessor).OfType<AmbientAccessor>().Concat(contexts.ConfiguredAccessors)
                .Where(accessor => accessor.ReplacedBy is null && accessor.ContextType == wanted)
                .OrderBy(accessor => accessor.DisplayName, StringComparer.Ordinal)
                .Select(Read)
                .FirstOrDefault(read => read is not null);

        private static string? Read(AmbientAccessor accessor)
        {
            var name = $"{accessor.Symbol.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}.{accessor.Symbol.Name}";
            return accessor.Symbol switch
            {
                IPropertySymbol { GetMethod: not null, Type.NullableAnnotation: not NullableAnnotation.Annotated } or IFieldSymbol { Type.NullableAnnotation: not NullableAnnotation.Annotated } => name,
                IMethodSymbol { Parameters.IsEmpty: true, Arity: 0, ReturnType.NullableAnnotation: not NullableAnnotation.Annotated, MethodKind: MethodKind.Ordinary } => name + "()",
                _ => null,
            };
        }
    }
}
