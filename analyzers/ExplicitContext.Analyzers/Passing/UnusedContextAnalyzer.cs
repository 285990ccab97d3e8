using System.Collections.Immutable;
using ExplicitContext.Analyzers.Reporting;
using ExplicitContext.Model;
using ExplicitContext.Model.Passing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Analyzers.Passing;

/// <summary>ECTX2008: a context parameter that the body never uses.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnusedContextAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.ContextParameterUnused,
        "Context parameter is never used",
        "'{0}' never uses its context parameter '{1}': use it, remove it, or name it '_' where it is ignored on purpose",
        RuleCategories.Passing,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "A context that is demanded and ignored either burdens every caller for nothing, or hides that the work is done for another one.",
        RulePage.For(RuleIds.ContextParameterUnused),
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
            var reporter = FindingReporter.Create(start, SupportedDiagnostics);
            var check = new Check(contexts, values);
            reporter.OnOperationBlocks(check.Method);
            reporter.OnOperations(check.LocalFunction, OperationKind.LocalFunction);
        });
    }

    private sealed class Check(ContextModel contexts, ValueNames values)
    {
        private readonly ContextOverloads overloads = new(contexts);

        public IEnumerable<Finding> Method(OperationBlockAnalysisContext context) =>
            context.OwningSymbol is IMethodSymbol { IsImplicitlyDeclared: false, Parameters.IsEmpty: false } method ? Unused(method, context.OperationBlocks) : [];

        public Finding? LocalFunction(OperationAnalysisContext context) =>
            context.Operation is ILocalFunctionOperation function
                ? contexts.ContextParametersOf(function.Symbol)
                    .Where(taken => IsMeantToBeUsed(taken.Parameter, function.Symbol) && ContextUses.Of(taken.Parameter, [function]).IsEmpty && !ContextUses.IsDelegate(function))
                    .Select(taken => Create(taken.Parameter, function.Symbol))
                    .FirstOrDefault()
                : null;

        private IEnumerable<Finding> Unused(IMethodSymbol method, ImmutableArray<IOperation> bodies) =>
            from taken in contexts.ContextParametersOf(method)
            where IsMeantToBeUsed(taken.Parameter, method) && ContextUses.Of(taken.Parameter, bodies).IsEmpty && !ContextUses.OnlyThrows(bodies)
            where !method.IsInFamily() && !values.MayBeDelegate(method) && !contexts.IsEntryPoint(method)
            where LegacyCall.In(bodies, method, overloads) is null
            select Create(taken.Parameter, method);

        /// <summary>The receiver of an extension method says where it is found; a partial method's other part, and code that is compiled elsewhere, may need what is not used here.</summary>
        private static bool IsMeantToBeUsed(IParameterSymbol parameter, IMethodSymbol method) =>
            !parameter.IsDiscard()
            && !(method.IsExtensionMethod && parameter.Ordinal == 0)
            && !method.IsPartialDefinition && method.PartialDefinitionPart is null
            && parameter.DeclaringSyntaxReferences is [var reference]
            && reference.GetSyntax() is { Parent.Parent: { } declaration and not TypeDeclarationSyntax }
            && !declaration.DescendantTrivia().Any(trivia => trivia.IsKind(SyntaxKind.DisabledTextTrivia) && trivia.ToString().Contains(parameter.Name));

        private static Finding Create(IParameterSymbol parameter, IMethodSymbol method) =>
            new(Rule, parameter.Locations[0], parameter, method.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat), parameter.Name);
    }
}
