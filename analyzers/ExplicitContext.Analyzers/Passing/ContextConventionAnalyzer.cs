using System.Collections.Immutable;
using ExplicitContext.Analyzers.Reporting;
using ExplicitContext.Model;
using ExplicitContext.Model.Passing;
using ExplicitContext.Model.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ExplicitContext.Analyzers.Passing;

/// <summary>ECTX2006: a context parameter that is not where, or not called what, everybody expects.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ContextConventionAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.ContextParameterConvention,
        "Context parameter is not first or not named by convention",
        "The context parameter '{0}' of '{1}' should {2}",
        RuleCategories.Passing,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "The same place and the same name everywhere let readers, and the tools that thread a context through code, know it at a glance.",
        RulePage.For(RuleIds.ContextParameterConvention),
        RuleTags.ByLevel);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = FindingReporter.Supports(Rule);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        var names = ValueNames.PerTree();
        context.RegisterCompilationStartAction(start =>
        {
            var contexts = ContextModels.Of(start);
            if (contexts.IsEmpty)
                return;
            var values = new ValueNames(start, names);
            FindingReporter.Create(start, SupportedDiagnostics).OnSymbols(new Check(contexts, values).Analyze, SymbolKind.Method);
        });
    }

    private sealed class Check(ContextModel contexts, ValueNames values)
    {
        public IEnumerable<Finding> Analyze(SymbolAnalysisContext context)
        {
            if (context.Symbol is not IMethodSymbol { IsImplicitlyDeclared: false, Parameters.IsEmpty: false, PartialDefinitionPart: null } method || IsPositional(method))
                yield break;
            ImmutableArray<(IParameterSymbol Parameter, ContextType Context)> taken = [.. contexts.ContextParametersOf(method).Where(pair => !pair.Context.IsOfPack && !IsOperand(pair.Parameter, pair.Context, method))];
            if (taken.IsEmpty || method.IsPrescribed())
                yield break;
            foreach (var (parameter, type) in taken)
            {
                var isFirst = taken[0].Parameter.Ordinal <= OverloadShape.ContextOrdinal(method);
                var demand = parameter.Name == type.ParameterName
                    ? isFirst || parameter.Ordinal != taken[0].Parameter.Ordinal ? null : Place(parameter, method)
                    : isFirst && taken.Count(other => Is(other.Context, type)) == 1 && CanBeNamed(parameter, type, method) ? $"be called '{type.ParameterName}'" : null;
                if (demand is not null && !values.MayBeDelegate(method) && parameter.Locations is [{ IsInSource: true } location, ..])
                    yield return Create(parameter, method, location, demand, parameter.Name == type.ParameterName || method.IsInFamily() ? null : type.ParameterName);
            }
        }

        /// <summary>The parameters of a record are its properties, and their order is API.</summary>
        private static bool IsPositional(IMethodSymbol method) => method.MethodKind == MethodKind.Constructor && method.ContainingType.IsRecord;

        /// <summary>A context that may be missing, or beside <c>this</c> another one of its type, is something to work on rather than to work for.</summary>
        private static bool IsOperand(IParameterSymbol parameter, ContextType context, IMethodSymbol method) =>
            parameter.Type.NullableAnnotation == NullableAnnotation.Annotated || SymbolEqualityComparer.Default.Equals(context.Type, method.ContainingType.OriginalDefinition);

        private static bool Is(ContextType one, ContextType other) => SymbolEqualityComparer.Default.Equals(one.Type, other.Type);

        /// <summary>A name that another parameter has already cannot be demanded.</summary>
        private static bool CanBeNamed(IParameterSymbol parameter, ContextType context, IMethodSymbol method) =>
            !parameter.IsDiscard() && method.Parameters.All(other => other.Name != context.ParameterName);

        /// <summary>Where the context should stand. An optional one cannot: it is another rule's matter.</summary>
        private static string? Place(IParameterSymbol parameter, IMethodSymbol method) =>
            parameter.IsOptional ? null
            : method.IsExtensionMethod ? "come right after the receiver"
            : "come first";

        private static Finding Create(IParameterSymbol parameter, IMethodSymbol method, Location location, string demand, string? newName) =>
            new(Rule, location, parameter, parameter.Name, method.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat), demand)
            {
                Properties = newName is null ? ImmutableDictionary<string, string?>.Empty : ImmutableDictionary<string, string?>.Empty.Add(FixProperties.NewName, newName),
            };
    }
}
