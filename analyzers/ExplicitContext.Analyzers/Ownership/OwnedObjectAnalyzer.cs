using System.Collections.Immutable;
using ExplicitContext.Analyzers.Reporting;
using ExplicitContext.Model;
using ExplicitContext.Model.StaticState;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Analyzers.Ownership;

/// <summary>ECTX3005: an object that belongs to an interpreter, or to another context that is narrower than the process, is put where the whole process finds it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OwnedObjectAnalyzer : ContextRuleAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.OwnedObjectBecomesGlobal,
        "Object that an interpreter owns becomes global",
        "'{0}' belongs to one '{1}', but '{2}' is there for the whole process: keep it where it belongs, or store a copy that cannot change",
        RuleCategories.Ownership,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Interpreters run in parallel, each under its own lock. An object of one of them that others can reach is used without any.",
        RulePage.For(RuleIds.OwnedObjectBecomesGlobal),
        RuleTags.ByLevel);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = FindingReporter.Supports(Rule);

    private protected override void Start(CompilationStartAnalysisContext start, ContextModel contexts, FindingReporter reporter) =>
        reporter.OnOperations(new Check(contexts).Analyze, Storing.Kinds);

    private sealed class Check(ContextModel contexts)
    {
        private readonly HeldContexts held = new(contexts);
        private readonly StaticHomes homes = new(contexts);
        private readonly ImmutableTypes immutable = new(contexts.Compilation);

        public Finding? Analyze(OperationAnalysisContext context)
        {
            foreach (var storing in Storing.Of(context.Operation))
            {
                if (IsGlobal(storing) && OwnerOf(storing.Value) is { } owner)
                    return new(Rule, storing.Value.Syntax.GetLocation(), storing.Target.Member, storing.Value.Syntax.ToString(), owner, $"{storing.Target.Member.ContainingType.Name}.{storing.Target.Member.Name}");
            }

            return null;
        }

        private bool IsGlobal(Storing storing) =>
            storing.Target is not IEventReferenceOperation
            && (storing.StaticRoot() is { } root
                ? !homes.Contains(root)
                : contexts.ContextOf(storing.Target.Instance?.Type) is { } holder && holder.IsOfProcess());

        /// <summary>The name of the context that a value belongs to; null where it belongs to none, is one, or cannot change.</summary>
        private string? OwnerOf(IOperation value)
        {
            value = value.WithoutConversions();
            if (value is ILocalReferenceOperation { Local: var local } && Locals.OnlyValueOf(local, value) is { } only)
                return OwnerOf(only);
            if (value.Type is not { } type || held.In(type) is not null)
                return null;
            // What is declared to belong to a state is looked at first: a type without fields cannot change, and is owned all the same.
            if (ModuleOwner(type) is { } module)
                return module;
            return immutable.Contains(type) ? null : value switch
            {
                IFieldReferenceOperation or IPropertyReferenceOperation => OwnerOfMember(((IMemberReferenceOperation)value).Instance),
                IInvocationOperation { TargetMethod: { Name: "GetState" } method, Instance: { } instance } when contexts.ContextOf(method.ContainingType) is not null => OwnerOfMember(instance),
                _ => null,
            };
        }

        private string? OwnerOfMember(IOperation? instance) => instance?.WithoutConversions() switch
        {
            null => null,
            { } context when contexts.ContextOf(context.Type) is { } owner => owner.IsOfProcess() ? null : owner.Type.Name,
            IMemberReferenceOperation { Member.IsStatic: false } outer => OwnerOfMember(outer.Instance),
            ILocalReferenceOperation { Local: var local } reference when Locals.OnlyValueOf(local, reference) is { } only => OwnerOf(only),
            _ => null,
        };

        private static string? ModuleOwner(ITypeSymbol type) =>
            KnownAttributes.Find(type.OriginalDefinition, KnownAttributes.PerInterpreter) is not null ? "interpreter"
            : KnownAttributes.Find(type.OriginalDefinition, KnownAttributes.PerThread) is not null ? "thread"
            : null;
    }
}
