using System.Collections.Immutable;
using ExplicitContext.Analyzers.Reporting;
using ExplicitContext.Model;
using ExplicitContext.Model.Ambient;
using ExplicitContext.Model.Availability;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Analyzers.AmbientAccess;

/// <summary>ECTX1001 and ECTX1002: direct ambient reads, with and without a context at hand.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AmbientReadAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor WithContext = new(
        RuleIds.AmbientReadWithContext,
        "Ambient read though a context is available",
        "'{0}' is ambient, and '{1}' is at hand here: use it",
        RuleCategories.AmbientAccess,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "A member that was handed a context must not look for one in global state: it may find another one.",
        RulePage.For(RuleIds.AmbientReadWithContext),
        RuleTags.ByLevel);

    private static readonly DiagnosticDescriptor WithoutContext = new(
        RuleIds.AmbientReadWithoutContext,
        "Ambient read where no context is available",
        "'{0}' is ambient and no context is at hand in '{1}': take it as a parameter, or mark the member [ContextEntry] if it is where the context comes from",
        RuleCategories.AmbientAccess,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Global state that is read deep inside ties every caller to it, and only one instance of it can be in use at a time.",
        RulePage.For(RuleIds.AmbientReadWithoutContext),
        RuleTags.ByLevel);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = FindingReporter.Supports(WithContext, WithoutContext);

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
            FindingReporter.Create(start, SupportedDiagnostics).OnOperations(
                new Check(contexts).Analyze,
                OperationKind.PropertyReference,
                OperationKind.FieldReference,
                OperationKind.EventReference,
                OperationKind.MethodReference,
                OperationKind.Invocation,
                OperationKind.ObjectCreation);
        });
    }

    private sealed class Check(ContextModel contexts)
    {
        public Finding? Analyze(OperationAnalysisContext context)
        {
            if (AmbientRead.From(context.Operation, contexts) is not { } read || SetsTheAmbient(read) || context.Operation.AsksWhichIsAmbient(contexts) || IsInAccessor(context.ContainingSymbol))
                return null;
            if (ContextFallback.Of(read, context.Operation, contexts) is not null)
                return null; // ECTX2009 speaks of it: whoever hands the context on is asked, not whoever reads.
            if (Available(read, context) is { } available)
                return UseOf(read, read.Accessor.ReplacementFor(available.Expression), context.Operation);
            return contexts.IsEntryPoint(context.ContainingSymbol)
                ? null
                : new(WithoutContext, read.Syntax.GetLocation(), read.Accessor.Symbol, read.Accessor.DisplayName, NameOf(context.ContainingSymbol)) { Accessor = read.Accessor };
        }

        /// <summary>An assignment to the accessor of a context chooses the context for others; it takes none.</summary>
        private static bool SetsTheAmbient(AmbientRead read) => read.Usage == AmbientUsage.Write && read.Accessor is { ReplacedBy: null, ContextType: not null };

        private bool IsInAccessor(ISymbol? symbol)
        {
            while (symbol is not null && contexts.GetAmbientAccessor(symbol) is null)
                symbol = symbol.ContainingSymbol;
            return symbol is not null;
        }

        private AvailableContext? Available(AmbientRead read, OperationAnalysisContext context) =>
            read.Accessor.HasReplacement && context.Operation.SemanticModel is { } model
                ? new ContextFinder(model, contexts).Find(read.Syntax, read.Accessor.IsReplacedBy, context.CancellationToken)
                : null;

        private static Finding UseOf(AmbientRead read, string replacement, IOperation operation)
        {
            var properties = ImmutableDictionary<string, string?>.Empty;
            return new(WithContext, read.Syntax.GetLocation(), read.Accessor.Symbol, read.Accessor.DisplayName, replacement)
            {
                Accessor = read.Accessor,
                Properties = CanBeReplaced(read, operation) ? properties.Add(FixProperties.Replacement, replacement) : properties,
            };
        }

        /// <summary>Replacing the expression keeps its meaning: it is written out, takes no arguments, is no delegate, and is not data for a query provider.</summary>
        private static bool CanBeReplaced(AmbientRead read, IOperation operation) =>
            !operation.IsImplicit
            && (read.Usage == AmbientUsage.Read || read.Accessor.ReplacedBy is not null)
            && operation is not (IInvocationOperation { Arguments.IsEmpty: false } or IObjectCreationOperation or IMethodReferenceOperation)
            && !operation.IsInExpressionTree();

        private static string NameOf(ISymbol symbol) =>
            ((symbol as IMethodSymbol)?.AssociatedSymbol ?? symbol).ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
    }
}
