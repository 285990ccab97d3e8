using System.Collections.Immutable;
using ExplicitContext.Analyzers.Reporting;
using ExplicitContext.Model;
using ExplicitContext.Model.Ambient;
using ExplicitContext.Model.StaticState;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Analyzers.AmbientAccess;

/// <summary>ECTX1006: an ambient that was replaced by another one: a static that forwards to it, a static that yields a context, a service locator.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ReplacedAmbientAnalyzer : ContextRuleAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.AmbientReplacedByAnother,
        "Ambient replaced by another ambient",
        "'{0}' {1}: {2}",
        RuleCategories.AmbientAccess,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "A context that is found through another static is as ambient as it was, and harder to see.",
        RulePage.For(RuleIds.AmbientReplacedByAnother),
        RuleTags.ByLevel);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = FindingReporter.Supports(Rule);

    private protected override bool NeedsContexts => false;

    private protected override void Start(CompilationStartAnalysisContext start, ContextModel contexts, FindingReporter reporter)
    {
        var check = new Check(contexts);
        reporter.OnSymbols(check.AnalyzeMember, SymbolKind.Property, SymbolKind.Method);
        reporter.OnOperations(check.AnalyzeCall, OperationKind.Invocation);
    }

    private sealed class Check(ContextModel contexts)
    {
        private const string Advice = "hand the context on instead, or declare the member [AmbientAccessor] so that its users are counted";

        public IEnumerable<Finding> AnalyzeMember(SymbolAnalysisContext context)
        {
            var member = context.Symbol;
            if (member is not ({ IsStatic: true } and (IPropertySymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary })) || contexts.GetAmbientAccessor(member) is not null || contexts.IsBoundary(member))
                return [];
            if (contexts.GetForwarder(member) is { } forwarder)
                return [new(Rule, member.Locations[0], member, NameOf(member), $"only forwards to the ambient '{forwarder.Target.DisplayName}'", Advice) { Accessor = forwarder.Target }];
            return YieldedContext(member) is { } yielded && IsFromStatic(ForwardedValue.Returned(member), member)
                ? [new(Rule, member.Locations[0], member, NameOf(member), $"yields '{yielded.Type.Name}' from static state", Advice)]
                : [];
        }

        public Finding? AnalyzeCall(OperationAnalysisContext context)
        {
            var call = (IInvocationOperation)context.Operation;
            return ServiceLocation.Of(call, contexts) is { } found && !contexts.IsEntryPoint(context.ContainingSymbol) && !call.IsInNameOf()
                ? new(Rule, call.Syntax.GetLocation(), call.TargetMethod, $"{call.TargetMethod.ContainingType.Name}.{call.TargetMethod.Name}", $"finds '{found.Type.Name}' in global state, as an ambient accessor does", $"take '{found.ParameterName}' as a parameter instead")
                : null;
        }

        private ContextType? YieldedContext(ISymbol member) => member switch
        {
            IPropertySymbol { IsIndexer: false } property => contexts.GetContextType(property.Type),
            IMethodSymbol { MethodKind: MethodKind.Ordinary, Parameters.IsEmpty: true, Arity: 0 } method => contexts.GetContextType(method.ReturnType),
            _ => null,
        };

        /// <summary>What is handed out is held by a static field or property, be it filled only when it is first asked for.</summary>
        private bool IsFromStatic(ExpressionSyntax? value, ISymbol member)
        {
            value = value switch
            {
                AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceAssignmentExpression } assignment => assignment.Left,
                BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce => coalesce.Left,
                MemberAccessExpressionSyntax { Name.Identifier.Text: "Value", Expression: var lazy } => lazy,
                _ => value,
            };
            return value is NameSyntax or MemberAccessExpressionSyntax
                && StaticOf(member, value) is { IsStatic: true } held && (held is IFieldSymbol || StaticStateClassifier.HasStorage(held)) && contexts.GetAmbientAccessor(held) is null;
        }

        private static ISymbol? StaticOf(ISymbol member, ExpressionSyntax value)
        {
            var name = value switch
            {
                IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
                MemberAccessExpressionSyntax access when access.Expression.ToString() == member.ContainingType.Name => access.Name.Identifier.ValueText,
                _ => null,
            };
            return name is null ? null : member.ContainingType.GetMembers(name).FirstOrDefault();
        }

        private static string NameOf(ISymbol member) => member.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
    }
}
