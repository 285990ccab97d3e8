using System.Collections.Immutable;
using ExplicitContext.Analyzers.Reporting;
using ExplicitContext.Model;
using ExplicitContext.Model.Availability;
using ExplicitContext.Model.Passing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Analyzers.Passing;

/// <summary>ECTX2007: a member that uses its context only to get at another one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WiderContextAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.WiderContextThanNeeded,
        "More context than needed is demanded",
        "'{0}' uses '{1}' only for '{2}': take '{3}' instead",
        RuleCategories.Passing,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "A member that takes just the context it needs can be called by all who have that one.",
        RulePage.For(RuleIds.WiderContextThanNeeded),
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
            FindingReporter.Create(start, SupportedDiagnostics).OnOperationBlocks(new Check(contexts, values).Analyze);
        });
    }

    private sealed class Check(ContextModel contexts, ValueNames values)
    {
        public IEnumerable<Finding> Analyze(OperationBlockAnalysisContext context)
        {
            if (context.OwningSymbol is not IMethodSymbol { IsImplicitlyDeclared: false } method || method.Parameters.IsEmpty)
                yield break;
            foreach (var (parameter, held) in contexts.ContextParametersOf(method))
            {
                if (ContextUses.Of(parameter, context.OperationBlocks) is not { IsEmpty: false } uses
                    || Common([.. uses.Select(use => Chain(use, held))]) is not { IsEmpty: false } path
                    || IsFixed(parameter, method))
                {
                    continue;
                }

                yield return new(
                    Rule,
                    parameter.Locations[0],
                    parameter,
                    method.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat),
                    parameter.Name,
                    string.Join(".", [parameter.Name, .. path.Select(step => step.Member)]),
                    path[path.Length - 1].Context.Type.Name);
            }
        }

        /// <summary>Others decide what is demanded: a family, a delegate, those who rely on public API, a whole type for its primary constructor; and of an entry point nothing better can be asked.</summary>
        private bool IsFixed(IParameterSymbol parameter, IMethodSymbol method) =>
            method.IsExternallyVisible() || method.IsInFamily() || method.IsPartialDefinition || method.PartialDefinitionPart is not null
            || parameter.DeclaringSyntaxReferences is not [var reference] || reference.GetSyntax() is { Parent.Parent: TypeDeclarationSyntax }
            || (method.IsExtensionMethod && parameter.Ordinal == 0)
            || values.MayBeDelegate(method) || contexts.IsEntryPoint(method);

        /// <summary>The derivations that follow a use, from the parameter on.</summary>
        private ImmutableArray<(string Member, ContextType Context)> Chain(IOperation use, ContextType held)
        {
            var chain = ImmutableArray.CreateBuilder<(string Member, ContextType Context)>();
            while (use.Parent is IMemberReferenceOperation reference && reference.Instance == use && contexts.DerivationOf(reference.Member, held) is { } wider)
            {
                chain.Add((reference.Member.Name, wider));
                (use, held) = (reference, wider);
            }

            return chain.ToImmutable();
        }

        private static ImmutableArray<(string Member, ContextType Context)> Common(ImmutableArray<ImmutableArray<(string Member, ContextType Context)>> chains)
        {
            var length = 0;
            while (chains.All(chain => chain.Length > length && chain[length].Member == chains[0][length].Member))
                length++;
            return [.. chains[0].Take(length)];
        }
    }
}
