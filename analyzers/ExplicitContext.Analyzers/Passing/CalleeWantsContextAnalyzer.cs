using System.Collections.Immutable;
using ExplicitContext.Analyzers.Reporting;
using ExplicitContext.Model;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ExplicitContext.Analyzers.Passing;

/// <summary>ECTX2002: a call whose callee has a twin that takes a context, where none is at hand.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CalleeWantsContextAnalyzer : ContextRuleAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.CalleeWantsContext,
        "Callee takes a context, and none is in scope",
        "'{0}' has an overload that takes a context, and none is at hand in '{1}': take it as a parameter, or mark the member [ContextEntry] if it is where the context comes from",
        RuleCategories.Passing,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "As long as the caller is not handed a context, the callee has to find one in global state.",
        RulePage.For(RuleIds.CalleeWantsContext),
        RuleTags.ByLevel);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = FindingReporter.Supports(Rule);

    private protected override void Start(CompilationStartAnalysisContext start, ContextModel contexts, FindingReporter reporter) =>
        reporter.OnOperations(new Check(contexts).Analyze, OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.MethodReference);

    private sealed class Check(ContextModel contexts)
    {
        private readonly ContextOverloads overloads = new(contexts);

        public Finding? Analyze(OperationAnalysisContext context)
        {
            if (TwinCall.Of(context.Operation, context.ContainingSymbol, overloads) is not { } call || HasTwin(context.ContainingSymbol) || IsHandedOne(call, context.ContainingSymbol) || contexts.IsEntryPoint(context.ContainingSymbol))
                return null;
            return call.Twins.Any(twin => call.Available(twin, contexts, context.CancellationToken) is not null)
                ? null
                : new(Rule, CalleeName.LocationOf(context.Operation.Syntax), call.Target, Name(call.Target), Name(context.ContainingSymbol));
        }

        /// <summary>A legacy member beside its twin stays as it is until nobody calls it any more.</summary>
        private bool HasTwin(ISymbol containing) => containing is IMethodSymbol member && !overloads.Of(member).IsEmpty;

        /// <summary>A member that is handed a context which may be null calls the legacy member where it is.</summary>
        private static bool IsHandedOne(TwinCall call, ISymbol containing) =>
            containing is IMethodSymbol member
            && member.Parameters.Any(parameter => call.Twins.Any(twin => SymbolEqualityComparer.Default.Equals(parameter.Type.OriginalDefinition, twin.ContextType.Type)));

        private static string Name(ISymbol symbol) =>
            symbol.Owner().ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
    }
}
