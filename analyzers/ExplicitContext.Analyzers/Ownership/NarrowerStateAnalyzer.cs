using System.Collections.Immutable;
using ExplicitContext.Analyzers.Reporting;
using ExplicitContext.Model;
using ExplicitContext.Model.Ambient;
using ExplicitContext.Model.Availability;
using ExplicitContext.Model.State;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Analyzers.Ownership;

/// <summary>ECTX3003: a member whose home is a narrower state, by <c>[MoveTo]</c>, is used where it still stands; or the attribute names no such home.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NarrowerStateAnalyzer : ContextRuleAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.FieldBelongsToNarrowerState,
        "Field belongs to a narrower state",
        "'{0}' {1}",
        RuleCategories.Ownership,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "State that lies wider than it must is shared by those who should each have their own.",
        RulePage.For(RuleIds.FieldBelongsToNarrowerState),
        RuleTags.ByLevel);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = FindingReporter.Supports(Rule);

    private protected override void Start(CompilationStartAnalysisContext start, ContextModel contexts, FindingReporter reporter)
    {
        var check = new Check(contexts);
        reporter.OnSymbols(check.Declared, SymbolKind.Field, SymbolKind.Property);
        reporter.OnOperations(check.Used, OperationKind.FieldReference, OperationKind.PropertyReference);
    }

    private sealed class Check(ContextModel contexts)
    {
        public IEnumerable<Finding> Declared(SymbolAnalysisContext context)
        {
            var member = context.Symbol;
            if (member is IPropertySymbol { PartialDefinitionPart: not null } || MoveTarget.Of(member, contexts) is not { Objection: { } objection } target)
                return [];
            var location = target.Attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken).GetLocation() ?? member.Locations[0];
            return [new(Rule, location, member, NameOf(member), $"cannot move to '{target.Home.Name}': {objection}")];
        }

        public Finding? Used(OperationAnalysisContext context)
        {
            var reference = (IMemberReferenceOperation)context.Operation;
            var member = reference.Member.OriginalDefinition;
            if (!contexts.IsAnnotated(member.ContainingAssembly)
                || MoveTarget.Of(member, contexts) is not { Objection: null, Context: { } state } target
                || reference.IsInNameOf()
                || IsMoving(member, state, context.ContainingSymbol))
            {
                return null;
            }

            var available = Available(reference, state, context);
            var moved = target.MemberLike(member) ?? AccessorOf(member, state, reference);
            if (moved is null || available is null)
                return new(Rule, reference.Syntax.GetLocation(), member, NameOf(member), $"belongs to '{state.Type.Name}': {(moved is null ? "declare it there" : $"take '{state.ParameterName}' as a parameter")}, and use that one");

            var isRead = AmbientUsages.Of(reference) == AmbientUsage.Read;
            var replacement = moved is not IMethodSymbol ? $"{available.Expression}.{moved.Name}"
                : isRead ? $"{available.Expression}.{moved.Name}()"
                : $"{available.Expression}.Set{moved.Name}(...)";
            return new(Rule, reference.Syntax.GetLocation(), member, NameOf(member), $"belongs to '{state.Type.Name}': use '{replacement}'")
            {
                Properties = (moved is not IMethodSymbol || isRead) && IsReplaceable(reference, moved) ? ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Replacement, replacement) : ImmutableDictionary<string, string?>.Empty,
            };
        }

        /// <summary>The generated accessor by which the state yields what has moved to it, as the place of use sees it.</summary>
        private static IMethodSymbol? AccessorOf(ISymbol member, ContextType state, IOperation use) => use.SemanticModel?
            .LookupSymbols(use.Syntax.SpanStart, state.Type, MoveTarget.AccessorNameOf(member, state), includeReducedExtensionMethods: true)
            .OfType<IMethodSymbol>()
            .FirstOrDefault(method => method is { MethodKind: MethodKind.ReducedExtension, Parameters.IsEmpty: true, Arity: 0 } && MoveTarget.IsAccessorOf(method, member));

        /// <summary>Whether the member is used by what sets it up where it stands, or by its own name in its new home, which forwards for a while.</summary>
        private static bool IsMoving(ISymbol member, ContextType target, ISymbol around)
        {
            var user = around.Owner();
            return around is IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } && SymbolEqualityComparer.Default.Equals(around.ContainingType.OriginalDefinition, member.ContainingType)
                || user.Name == member.Name && SymbolEqualityComparer.Default.Equals(user.ContainingType?.OriginalDefinition, target.Type);
        }

        private AvailableContext? Available(IOperation operation, ContextType target, OperationAnalysisContext context) =>
            operation.SemanticModel is { } model
                ? new ContextFinder(model, contexts).Find(operation.Syntax, candidate => SymbolEqualityComparer.Default.Equals(candidate.Type, target.Type), context.CancellationToken)
                : null;

        private static bool IsReplaceable(IOperation reference, ISymbol moved) =>
            !reference.IsImplicit
            && !reference.IsInExpressionTree()
            && reference.SemanticModel is { } model && model.IsAccessible(reference.Syntax.SpanStart, moved);

        private static string NameOf(ISymbol member) => $"{member.ContainingType.Name}.{member.Name}";
    }
}
