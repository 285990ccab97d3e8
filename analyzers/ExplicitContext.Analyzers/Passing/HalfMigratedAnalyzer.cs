using System.Collections.Immutable;
using ExplicitContext.Analyzers.Reporting;
using ExplicitContext.Model;
using ExplicitContext.Model.Passing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ExplicitContext.Analyzers.Passing;

/// <summary>ECTX2010: a family of members of which only a part takes the context.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HalfMigratedAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.HalfMigratedShape,
        "Half-migrated shape",
        "{0}: {1}",
        RuleCategories.Passing,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Where only a part of a family takes the context, it is lost on the way through the other part.",
        RulePage.For(RuleIds.HalfMigratedShape),
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
            reporter.OnSymbols(check.Family, SymbolKind.Method);
            reporter.OnOperationBlocks(check.Body);
        });
    }

    private sealed class Check(ContextModel contexts)
    {
        private readonly ContextOverloads overloads = new(contexts);

        public IEnumerable<Finding> Family(SymbolAnalysisContext context) =>
            context.Symbol is IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation, IsImplicitlyDeclared: false, Locations: [{ IsInSource: true } at, ..] } method
            && (MarkedInVain(method, at) ?? LegacyOverrideOnly(method, at) ?? LegacyImplementationOnly(method, at) ?? TwinHereOnly(method, at)) is { } finding
                ? [finding]
                : [];

        /// <summary>A twin that calls the legacy member instead of the other way round.</summary>
        public IEnumerable<Finding> Body(OperationBlockAnalysisContext context)
        {
            if (context.OwningSymbol is IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation, Parameters.IsEmpty: false, Locations: [var at, ..] } twin
                && contexts.ContextParametersOf(twin).ToList() is { Count: > 0 } taken
                && taken.All(pair => !pair.Parameter.IsDiscard() && ContextUses.Of(pair.Parameter, context.OperationBlocks).IsEmpty)
                && LegacyCall.In(context.OperationBlocks, twin, overloads) is { } legacy)
            {
                yield return Create(at, twin, $"{Quoted(twin)} drops its context, because it calls {Quoted(legacy)}", "move the body here, and let the legacy member forward");
            }
        }

        private Finding? MarkedInVain(IMethodSymbol method, Location at) =>
            contexts.ContextParametersOf(method).Any() && KnownAttributes.Find(method, KnownAttributes.PassContext) is not null && overloads.Of(method).IsEmpty
                ? Create(at, method, $"{Quoted(method)} is marked [PassContext] and takes a context already", "remove the marker")
                : null;

        private Finding? LegacyOverrideOnly(IMethodSymbol method, Location at)
        {
            for (var overridden = method.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
            {
                foreach (var twin in overloads.Of(overridden))
                {
                    if ((twin.Method.IsVirtual || twin.Method.IsAbstract || twin.Method.IsOverride) && CanOverride(method.ContainingType, twin.Method))
                        return Create(at, method, $"{Quoted(method)} overrides only the legacy member, so a call that passes the context misses it", $"override {Quoted(twin.Method)} too");
                }
            }

            return null;
        }

        /// <summary>Whether a type could override the twin and does not: neither does it itself, nor has a type in between sealed it.</summary>
        private static bool CanOverride(INamedTypeSymbol type, IMethodSymbol twin) =>
            !twin.IsSealed && OverrideIn(type, twin) is null && BaseTypesOf(type).Select(between => OverrideIn(between, twin)).All(between => between is not { IsSealed: true });

        private static IMethodSymbol? OverrideIn(INamedTypeSymbol type, IMethodSymbol twin) =>
            type.GetMembers(twin.Name).OfType<IMethodSymbol>().FirstOrDefault(member => Overridden(member).Any(ancestor => SymbolEqualityComparer.Default.Equals(ancestor.OriginalDefinition, twin)));

        private static IEnumerable<INamedTypeSymbol> BaseTypesOf(INamedTypeSymbol type)
        {
            for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
                yield return ancestor;
        }

        private static IEnumerable<IMethodSymbol> Overridden(IMethodSymbol method)
        {
            for (var overridden = method.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
                yield return overridden;
        }

        /// <summary>The interface has a default for the twin, which cannot know this implementation's way.</summary>
        private Finding? LegacyImplementationOnly(IMethodSymbol method, Location at) => (
            from member in method.ImplementedMembers()
            from twin in overloads.Of(member)
            from declared in member.ContainingType.GetMembers(twin.Method.Name).OfType<IMethodSymbol>()
            where SymbolEqualityComparer.Default.Equals(declared.OriginalDefinition, twin.Method)
            where method.ContainingType.FindImplementationForInterfaceMember(declared)?.ContainingType.TypeKind == TypeKind.Interface
            select Create(at, method, $"{Quoted(method)} implements only the legacy member, so a call that passes the context misses it", $"implement {Quoted(twin.Method)} too")).FirstOrDefault();

        /// <summary>A twin that callers of the base or interface member, which are most, cannot reach. What is not in this project cannot be asked for one.</summary>
        private Finding? TwinHereOnly(IMethodSymbol method, Location at)
        {
            if (!contexts.ContextParametersOf(method).Any() || method.IsInFamily())
                return null;
            var legacy = method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>()
                .FirstOrDefault(other => overloads.Of(other).Any(twin => SymbolEqualityComparer.Default.Equals(twin.Method, method.OriginalDefinition)));
            if (legacy is null)
                return null;
            var origins = Overridden(legacy).Concat(legacy.ImplementedMembers()).ToList();
            return origins.Count > 0 && origins.All(origin => overloads.Of(origin).IsEmpty && !origin.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty)
                ? Create(at, method, $"{Quoted(method)} takes the context in this type only, so a call through {Quoted(origins[0])} loses it", $"add the overload to '{origins[0].ContainingType.Name}' too")
                : null;
        }

        private static Finding Create(Location at, IMethodSymbol subject, string what, string next) => new(Rule, at, subject, what, next);

        private static string Quoted(IMethodSymbol method) => $"'{method.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)}'";
    }
}
