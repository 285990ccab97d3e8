using System.Collections.Immutable;
using ExplicitContext.Analyzers.Reporting;
using ExplicitContext.Model;
using ExplicitContext.Model.StaticState;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ExplicitContext.Analyzers.AmbientAccess;

/// <summary>ECTX1004 and ECTX1007: mutable state of the whole process, classified by what it is there for; one finding a member.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StaticStateAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.MutableStaticState,
        "Mutable process-global state",
        "'{0}' is {1} ({2}, {3}): {4}",
        RuleCategories.AmbientAccess,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "What is static and can change is shared by everything that runs in the process, so two instances of a program in one process disturb each other.",
        RulePage.For(RuleIds.MutableStaticState),
        RuleTags.ByLevel);

    private static readonly DiagnosticDescriptor SeamRule = new(
        RuleIds.SettableStaticSeam,
        "Settable static seam",
        "'{0}' lets others exchange the '{1}' that the whole process uses: hand it to those who need it instead",
        RuleCategories.AmbientAccess,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Behaviour that is exchanged through a static, as tests do, is exchanged for everything else that runs in the process at that time.",
        RulePage.For(RuleIds.SettableStaticSeam),
        RuleTags.ByLevel);

    private readonly SyntaxTreeValueProvider<NamesInFile> files = new(NamesInFile.Of);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = FindingReporter.Supports(Rule, SeamRule);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            var contexts = ContextModels.Of(start);
            var check = new Check(contexts, new StaticStateClassifier(start.Compilation, contexts, tree => start.TryGetValue(tree, files, out var file) ? file : NamesInFile.Of(tree)));
            FindingReporter.Create(start, SupportedDiagnostics).OnSymbols(check.Analyze, SymbolKind.Field, SymbolKind.Property, SymbolKind.Event);
        });
    }

    private sealed class Check(ContextModel contexts, StaticStateClassifier classifier)
    {
        public IEnumerable<Finding> Analyze(SymbolAnalysisContext context) =>
            classifier.Classify(context.Symbol, context.CancellationToken) is { } state ? [state.IsSeam && !IsContext(state) ? Seam(state) : State(state)] : [];

        /// <summary>Whoever sets an ambient accessor chooses a context; that is no exchange of behaviour.</summary>
        private bool IsContext(StaticState state) => contexts.GetAmbientAccessor(state.Member) is not null || contexts.GetContextType(state.Type) is not null;

        private static Finding State(StaticState state) => new(
            Rule,
            state.Member.Locations[0],
            state.Member,
            NameOf(state),
            state.Kind is StaticKind.Constant ? "a constant that could be changed" : "mutable process-global state",
            state.Shape.Word(),
            state.IsSingleton && state.Kind is not StaticKind.Constant ? "singleton" : state.Kind.Word(),
            state.Advice())
        {
            Properties = state.CanBeReadOnly ? PropertiesOf(state).Add(FixProperties.ReadOnly, "true") : PropertiesOf(state),
        };

        private static Finding Seam(StaticState state) => new(
            SeamRule,
            state.Member.Locations[0],
            state.Member,
            NameOf(state),
            state.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat))
        {
            Properties = PropertiesOf(state),
        };

        private static string NameOf(StaticState state) => state.Member.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);

        private static ImmutableDictionary<string, string?> PropertiesOf(StaticState state) => ImmutableDictionary<string, string?>.Empty
            .Add(StateProperties.Shape, state.Shape.ToString())
            .Add(StateProperties.Kind, state.Kind.ToString())
            .Add(StateProperties.Home, state.Placement.Home.ToString())
            .Add(StateProperties.Certainty, state.Placement.Certainty.ToString())
            .Add(StateProperties.Reason, state.Placement.Reason);
    }
}
