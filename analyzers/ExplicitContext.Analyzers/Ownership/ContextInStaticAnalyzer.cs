using System.Collections.Immutable;
using ExplicitContext.Analyzers.Reporting;
using ExplicitContext.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ExplicitContext.Analyzers.Ownership;

/// <summary>ECTX3001: a static keeps a context, by its type or by what is put into it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ContextInStaticAnalyzer : ContextRuleAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.ContextStoredInStatic,
        "Context stored in a static",
        "'{0}' is static and keeps '{1}' for the whole process: hand it on instead, or mark the member [AmbientAccessor], or [AuditedStatic] where it must be",
        RuleCategories.Ownership,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "What is static can be reached by everybody, so a context in it is ambient again, is shared with whoever should have another one, and is never let go.",
        RulePage.For(RuleIds.ContextStoredInStatic),
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

        public IEnumerable<Finding> Declared(SymbolAnalysisContext context) =>
            context.Symbol is { IsStatic: true, IsImplicitlyDeclared: false } member && StoredType(member) is { } type && held.In(type) is { } found && !homes.Contains(member)
                ? [new Finding(Rule, member.Locations[0], member, NameOf(member), found.Type.Name)]
                : [];

        public Finding? Stored(OperationAnalysisContext context)
        {
            foreach (var storing in Storing.Of(context.Operation))
            {
                if (storing.Target.Member is { IsStatic: true } member && !IsToldByDeclaration(member) && !homes.Contains(member) && held.In(storing.Value) is { } found)
                    return new(Rule, storing.Value.Syntax.GetLocation(), member, NameOf(member), found.Context.Type.Name);
            }

            return null;
        }

        private bool IsToldByDeclaration(ISymbol member) => member.Locations.Any(location => location.IsInSource) && StoredType(member) is { } type && held.In(type) is not null;

        private static ITypeSymbol? StoredType(ISymbol member) => member switch
        {
            IFieldSymbol { IsConst: false } field => field.Type,
            IPropertySymbol property when property.ContainingType.GetMembers().Any(other => other is IFieldSymbol field && SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property)) => property.Type,
            _ => null,
        };

        private static string NameOf(ISymbol member) => $"{member.ContainingType.Name}.{member.Name}";
    }
}
