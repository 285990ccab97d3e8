using System.Collections.Immutable;
using ExplicitContext.Analyzers.Reporting;
using ExplicitContext.Model.Sharing;
using ExplicitContext.Model.StaticState;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Analyzers.Ownership;

/// <summary>ECTX3004: a closure, an object that is not shareable, or state of the process goes to another interpreter.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CrossingAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.UnshareableCrosses,
        "Object that is not shareable crosses interpreters",
        "{0}",
        RuleCategories.Ownership,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Interpreters share nothing that can change. Code that runs in another one takes along what it needs as arguments, and those must be shareable.",
        RulePage.For(RuleIds.UnshareableCrosses));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = FindingReporter.Supports(Rule);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName("ExplicitContext.Runtime.InterpreterState") is null)
                return;
            var check = new Check(new StaticStateClassifier(start.Compilation, ContextModels.Of(start)));
            FindingReporter.Create(start, SupportedDiagnostics).OnOperations(check.Analyze, OperationKind.Invocation);
        });
    }

    private sealed class Check(StaticStateClassifier classifier)
    {
        public IEnumerable<Finding> Analyze(OperationAnalysisContext context)
        {
            var call = (IInvocationOperation)context.Operation;
            if (!CrossingCalls.IsCrossing(call.TargetMethod))
                yield break;
            foreach (var value in CrossingCalls.Crossing(call))
            {
                if (value is IDelegateCreationOperation { Target: var target })
                {
                    foreach (var finding in OfCode(context, call.TargetMethod, target))
                        yield return finding;
                }
                else if (value.Type is { } type && ReasonAgainst(type) is { } reason)
                {
                    yield return Create(value, call.TargetMethod, DiagnosticSeverity.Warning, $"This value is sent to another interpreter, but {reason}");
                }
            }

            if (CrossingCalls.Result(call.TargetMethod) is { } result && ReasonAgainst(result) is { } obstacle)
                yield return Create(call, call.TargetMethod, DiagnosticSeverity.Warning, $"The result comes back to this interpreter, but {obstacle}");
        }

        // That a value is not shareable may be mended at run time by a copier, so it is a warning; nothing mends a closure.
        private static string? ReasonAgainst(ITypeSymbol type) => Passages.Of(type) switch
        {
            Passage.Never => Passages.ReasonAgainst(type),
            Passage.Copied => $"'{type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)}' can change; send an immutable collection, or a copy by Shareable.Copy",
            _ => null,
        };

        private IEnumerable<Finding> OfCode(OperationAnalysisContext context, IMethodSymbol called, IOperation target)
        {
            if (target is IAnonymousFunctionOperation { Symbol: { IsAsync: true, ReturnsVoid: true } } or IMethodReferenceOperation { Method: { IsAsync: true, ReturnsVoid: true } })
                yield return Create(target, called, DiagnosticSeverity.Warning, $"This code is asynchronous, but '{called.Name}' is inside only until its first await, and does not wait for the rest; use ExecuteAsync");
            switch (target)
            {
                case IAnonymousFunctionOperation lambda:
                    var captured = string.Join(", ", Captures.Of(lambda).Select(name => $"'{name}'"));
                    if (captured.Length > 0)
                        yield return Create(lambda, called, DiagnosticSeverity.Error, $"This code runs in another interpreter, but captures {captured}; make it static and hand over what it needs as an argument");
                    foreach (var finding in OfStatics(context, lambda))
                        yield return finding;
                    break;
                case IMethodReferenceOperation { Instance: { Type: { } type } instance } method when Passages.Of(type) == Passage.Never:
                    yield return Create(target, method.Method, DiagnosticSeverity.Error, $"This code runs in another interpreter, but belongs to {(instance is IInstanceReferenceOperation ? "this instance" : "an instance")}, and {Passages.ReasonAgainst(type)}");
                    break;
            }
        }

        private IEnumerable<Finding> OfStatics(OperationAnalysisContext context, IAnonymousFunctionOperation lambda)
        {
            foreach (var reference in lambda.Body.Descendants().OfType<IMemberReferenceOperation>())
            {
                if (reference.Member.IsStatic && classifier.Classify(reference.Member.OriginalDefinition, context.CancellationToken) is { } state)
                    yield return Create(reference, state.Member, DiagnosticSeverity.Warning, $"This code runs in another interpreter, but uses '{state.Member.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)}', which all interpreters share and which can change");
            }
        }

        private static Finding Create(IOperation at, ISymbol subject, DiagnosticSeverity severity, string message) =>
            new(Rule, at.Syntax.GetLocation(), subject, message) { Severity = severity };
    }
}
