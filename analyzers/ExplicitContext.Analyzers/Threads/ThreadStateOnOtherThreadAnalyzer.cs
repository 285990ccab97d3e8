using System.Collections.Immutable;
using ExplicitContext.Analyzers.Reporting;
using ExplicitContext.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Analyzers.Threads;

/// <summary>ECTX4002: a context of one thread is captured by, or handed to, code that runs on another one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ThreadStateOnOtherThreadAnalyzer : ContextRuleAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.ThreadStateOnOtherThread,
        "Thread state used on another thread",
        "'{0}' belongs to the thread that is here, but '{1}' runs this on another one: attach there, and use the state that this yields",
        RuleCategories.Threads,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "The state of a thread may be used by that thread alone, and only while it is inside. Another thread gets its own by attaching.",
        RulePage.For(RuleIds.ThreadStateOnOtherThread),
        RuleTags.ByLevel);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = FindingReporter.Supports(Rule);

    private protected override void Start(CompilationStartAnalysisContext start, ContextModel contexts, FindingReporter reporter) =>
        reporter.OnOperations(new Check(contexts).Analyze, OperationKind.Argument);

    private sealed class Check(ContextModel contexts)
    {
        private readonly ThreadContexts threads = new(contexts);

        public Finding? Analyze(OperationAnalysisContext context)
        {
            var argument = (IArgumentOperation)context.Operation;
            if (!threads.Exist || argument.ArgumentKind == ArgumentKind.DefaultValue || !OtherThreads.IsGivenToCall(argument))
                return null;
            return Handed(argument.Value.WithoutConversions()) is { } used && Locals.SymbolOf(used) is { } subject
                ? new(Rule, used.Syntax.GetLocation(), subject, used.Syntax.ToString(), OtherThreads.NameOf(argument))
                : null;
        }

        /// <summary>The context that goes along with an argument: itself, what a lambda or local function uses, the instance whose method it is.</summary>
        private IOperation? Handed(IOperation value) => value switch
        {
            _ when threads.IsReference(value) => value,
            IDelegateCreationOperation { Target: var target } => Handed(target),
            IAnonymousFunctionOperation lambda => Used(lambda.Body, lambda.Syntax),
            IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } function } => Used(function, value),
            IMethodReferenceOperation { Instance: { } instance } => contexts.IsThreadBound(instance.Type) ? instance : null,
            ILocalReferenceOperation { Local: var local, Type.TypeKind: TypeKind.Delegate } when Locals.OnlyValueOf(local, value) is { } only => Handed(only.WithoutConversions()),
            IArrayCreationOperation { Initializer.ElementValues: var elements } => elements.Select(element => Handed(element.WithoutConversions())).FirstOrDefault(found => found is not null),
            _ => null,
        };

        private IOperation? Used(IMethodSymbol function, IOperation reference) =>
            Locals.BodyAround(reference).Descendants().OfType<ILocalFunctionOperation>()
                .FirstOrDefault(declared => SymbolEqualityComparer.Default.Equals(declared.Symbol, function.OriginalDefinition)) is { Body: { } body } local
                ? Used(body, local.Syntax)
                : null;

        private IOperation? Used(IOperation body, SyntaxNode function) => body.Descendants().FirstOrDefault(operation =>
            IsFromOutside(operation, function) && !ThreadContexts.IsNoUse(operation) && !threads.IsFreeUse(operation));

        private bool IsFromOutside(IOperation operation, SyntaxNode function) => operation switch
        {
            IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => contexts.IsThreadBound(operation.Type),
            ILocalReferenceOperation { Local: var local } => contexts.IsThreadBound(local.Type) && Locals.IsDeclaredOutside(local, function),
            IParameterReferenceOperation { Parameter: var parameter } => contexts.IsThreadBound(parameter.Type) && Locals.IsDeclaredOutside(parameter, function),
            IMemberReferenceOperation { Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } } => threads.IsReference(operation),
            _ => false,
        };
    }
}
