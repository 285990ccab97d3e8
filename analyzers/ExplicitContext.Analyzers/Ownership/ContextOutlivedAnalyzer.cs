using System.Collections.Immutable;
using ExplicitContext.Analyzers.Reporting;
using ExplicitContext.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Analyzers.Ownership;

/// <summary>ECTX3002: a context is stored in a wider one, or in an object that is reached from a static.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ContextOutlivedAnalyzer : ContextRuleAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.ContextOutlived,
        "Context stored in what outlives it",
        "'{0}' lives longer than the '{1}' that it keeps: hand the context on where it is needed, or let it go when it ends",
        RuleCategories.Ownership,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Whoever finds the context there later finds one that has ended, or one of somebody else; and what has ended is never collected.",
        RulePage.For(RuleIds.ContextOutlived),
        RuleTags.ByLevel);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = FindingReporter.Supports(Rule);

    private protected override void Start(CompilationStartAnalysisContext start, ContextModel contexts, FindingReporter reporter)
    {
        var check = new Check(contexts);
        reporter.OnSymbols(check.Declared, SymbolKind.Field, SymbolKind.Property);
        reporter.OnOperations(check.Stored, Storing.Kinds);
    }

    private sealed class Check(ContextModel contexts)
    {
        private readonly HeldContexts held = new(contexts);
        private readonly StaticHomes homes = new(contexts);

        /// <summary>A member of a wider context. What is set once and with it, as its own, lives as long as it does; what is taken out again is let go.</summary>
        public IEnumerable<Finding> Declared(SymbolAnalysisContext context) =>
            context.Symbol is { IsStatic: false, IsImplicitlyDeclared: false } member
            && contexts.ContextOf(member.ContainingType) is { } holder
            && StoredType(member) is { } type
            && held.In(type) is { } kept
            && contexts.IsNarrower(kept, holder)
            && (IsAssignable(member) || held.IsCollection(type))
            && !Letting.Go(member, context.CancellationToken)
                ? [new Finding(Rule, member.Locations[0], member, NameOf(member), kept.Type.Name)]
                : [];

        public Finding? Stored(OperationAnalysisContext context)
        {
            foreach (var storing in Storing.Of(context.Operation))
            {
                var member = storing.Target.Member;
                if (!member.IsStatic && held.In(storing.Value) is { } found && Outlives(storing, found.Context) && !IsLetGo(storing, context))
                    return new(Rule, storing.Value.Syntax.GetLocation(), member, NameOf(member), found.Context.Type.Name);
            }

            return null;
        }

        private bool Outlives(Storing storing, ContextType kept)
        {
            if (storing.StaticRoot() is { } root)
                return !homes.Contains(root) && contexts.ContextOf((root as IFieldSymbol)?.Type ?? (root as IPropertySymbol)?.Type) is null;
            return contexts.ContextOf(storing.Target.Instance?.Type) is { } holder
                && contexts.IsNarrower(kept, holder)
                && !storing.IntoCollection
                && !IsToldByDeclaration(storing.Target.Member);
        }

        private bool IsToldByDeclaration(ISymbol member) => member.Locations.Any(location => location.IsInSource) && StoredType(member) is { } type && held.In(type) is not null;

        private static bool IsLetGo(Storing storing, OperationAnalysisContext context) =>
            Letting.Go(storing.Target.Member, context.CancellationToken)
            || storing.Target is IEventReferenceOperation && storing.Value.WithoutConversions() is not IDelegateCreationOperation { Target: IAnonymousFunctionOperation }
                && Letting.Unsubscribes(storing.Target.Member, context.ContainingSymbol.ContainingType, context.CancellationToken);

        private static ITypeSymbol? StoredType(ISymbol member) => member switch
        {
            IFieldSymbol field => field.Type,
            IPropertySymbol property when property.ContainingType.GetMembers().Any(other => other is IFieldSymbol field && SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property)) => property.Type,
            _ => null,
        };

        private static bool IsAssignable(ISymbol member) => member switch
        {
            IFieldSymbol field => !field.IsReadOnly,
            IPropertySymbol property => property.SetMethod is { IsInitOnly: false },
            _ => false,
        };

        private static string NameOf(ISymbol member) => $"{member.ContainingType.Name}.{member.Name}";
    }
}
