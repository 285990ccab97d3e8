using System.Collections.Immutable;
using ExplicitContext.Analyzers.Reporting;
using ExplicitContext.Model;
using ExplicitContext.Model.Ambient;
using ExplicitContext.Model.Passing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Analyzers.Passing;

/// <summary>ECTX2009: a missing context is silently replaced by the ambient one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SilentFallbackAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.SilentFallback,
        "Missing context is silently replaced",
        "{0}: demand the context, or mark the member [ContextEntry] if it is where the context comes from",
        RuleCategories.Passing,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "A caller that forgets the context gets another one, and nobody notices.",
        RulePage.For(RuleIds.SilentFallback),
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
            var reporter = FindingReporter.Create(start, SupportedDiagnostics);
            var check = new Check(contexts);
            reporter.OnOperations(check.Fallback, OperationKind.PropertyReference, OperationKind.FieldReference, OperationKind.Invocation);
            reporter.OnSymbols(check.OptionalParameters, SymbolKind.Method);
        });
    }

    private sealed class Check(ContextModel contexts)
    {
        public Finding? Fallback(OperationAnalysisContext context)
        {
            if (AmbientRead.From(context.Operation, contexts) is not { Usage: AmbientUsage.Read } read
                || ContextFallback.Of(read, context.Operation, contexts) is not { } fallback
                || contexts.IsEntryPoint(context.ContainingSymbol))
            {
                return null;
            }

            return new(Rule, read.Syntax.GetLocation(), read.Accessor.Symbol, $"'{read.Accessor.DisplayName}' silently stands in where '{fallback.Value.Syntax}' is missing")
            {
                Accessor = read.Accessor,
                Properties = CannotBeMissing(fallback.Value)
                    ? ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Context, fallback.Value.Syntax.ToString())
                    : ImmutableDictionary<string, string?>.Empty,
                AdditionalLocations = [fallback.Whole.Syntax.GetLocation()],
            };
        }

        /// <summary>A required parameter that is declared not to be null, of a member that only this assembly calls: the compiler warns whoever leaves it out.</summary>
        private static bool CannotBeMissing(IOperation value) =>
            value is IParameterReferenceOperation { Parameter: { IsOptional: false, Type.NullableAnnotation: NullableAnnotation.NotAnnotated, ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.AnonymousFunction } method } }
            && !method.IsInFamily() && !method.IsExternallyVisible();

        /// <summary>An optional context of another than the conventional name, or beside <c>this</c>, is something to work on.</summary>
        public IEnumerable<Finding> OptionalParameters(SymbolAnalysisContext context) =>
            context.Symbol is IMethodSymbol { IsImplicitlyDeclared: false, PartialDefinitionPart: null } method && method.Parameters.Any(parameter => parameter.HasExplicitDefaultValue) && !method.IsPrescribed() && !contexts.IsEntryPoint(method) && contexts.ContextHeldBy(method.ContainingType) is null
                ? from taken in contexts.ContextParametersOf(method)
                  where taken.Parameter.HasExplicitDefaultValue && taken.Parameter.Name == taken.Context.ParameterName && taken.Parameter.Locations is [{ IsInSource: true }, ..]
                  select new Finding(Rule, taken.Parameter.Locations[0], taken.Parameter, $"'{taken.Parameter.Name}' may be left out, so nobody notices a missing context")
                : [];
    }
}
