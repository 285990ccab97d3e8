using System.Collections.Concurrent;
using System.Collections.Immutable;
using ExplicitContext.Analyzers.Reporting;
using ExplicitContext.Model;
using ExplicitContext.Model.Availability;
using ExplicitContext.Model.Passing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Analyzers.Passing;

/// <summary>ECTX2003: an object that could hold the context in scope is constructed without it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConstructedWithoutContextAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.ConstructedWithoutContext,
        "Constructed without the context",
        "'{0}' is constructed without a context, though its instances can hold one: pass '{1}'",
        RuleCategories.Passing,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "An object that was not handed the context has to find one in global state each time that it needs it.",
        RulePage.For(RuleIds.ConstructedWithoutContext),
        RuleTags.ByLevel);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = FindingReporter.Supports(Rule);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            var contexts = ContextModels.Of(start);
            if (contexts.IsEmpty)
                return;
            FindingReporter.Create(start, SupportedDiagnostics).OnOperations(new Check(contexts).Analyze, OperationKind.ObjectCreation);
        });
    }

    private sealed class Check(ContextModel contexts)
    {
        private readonly ContextOverloads overloads = new(contexts);
        private readonly ConcurrentDictionary<INamedTypeSymbol, bool> places = new(SymbolEqualityComparer.Default);

        public Finding? Analyze(OperationAnalysisContext context)
        {
            if (context.Operation is not IObjectCreationOperation { IsImplicit: false, Constructor: { } constructor, SemanticModel: { } model } creation
                || !HasPlace(constructor.ContainingType) || HandsOnContext(constructor) || IsSetIn(creation.Initializer) || creation.IsInExpressionTree()
                || !overloads.Of(constructor).IsEmpty)
            {
                return null;
            }

            ImmutableArray<IMethodSymbol> fitting =
                [.. constructor.ContainingType.InstanceConstructors.Where(other => Extends(other, constructor) && model.IsAccessible(creation.Syntax.SpanStart, other))];
            return (
                from wanted in Wanted(constructor.ContainingType, fitting)
                let available = new ContextFinder(model, contexts).Find(creation.Syntax, wanted, context.CancellationToken)
                where available is not null
                orderby available.Cost
                select Create(creation, constructor, available, fitting)).FirstOrDefault();
        }

        /// <summary>Most types have no place for a context; each is looked at once.</summary>
        private bool HasPlace(INamedTypeSymbol type) => places.GetOrAdd(
            type.OriginalDefinition,
            definition => contexts.IsCarrier(definition) || definition.InstanceConstructors.Any(constructor => contexts.ContextParametersOf(constructor).Any()));

        /// <summary>A context comes with a parameter that is one, or that holds one for its life.</summary>
        private bool HandsOnContext(IMethodSymbol constructor) => constructor.Parameters.Any(parameter => HoldsContext(parameter.Type));

        private bool HoldsContext(ITypeSymbol? type) =>
            contexts.ContextHeldBy(type) is not null || (type is INamedTypeSymbol named && contexts.IsCarrier(named.OriginalDefinition));

        private bool IsSetIn(IObjectOrCollectionInitializerOperation? initializer) =>
            initializer is not null && initializer.Initializers.OfType<ISimpleAssignmentOperation>().Any(assignment => HoldsContext(assignment.Target.Type));

        /// <summary>Whether a constructor takes all that the other one takes, in its order, and a context besides; whatever else it takes is optional.</summary>
        private bool Extends(IMethodSymbol longer, IMethodSymbol shorter)
        {
            var next = 0;
            var hasContext = false;
            foreach (var parameter in longer.Parameters)
            {
                if (next < shorter.Parameters.Length && parameter.RefKind == shorter.Parameters[next].RefKind
                    && SymbolEqualityComparer.Default.Equals(parameter.Type, shorter.Parameters[next].Type))
                {
                    next++;
                }
                else if (!hasContext && contexts.GetContextType(parameter.Type) is not null)
                {
                    hasContext = true;
                }
                else if (!parameter.IsOptional)
                {
                    return false;
                }
            }

            return hasContext && next == shorter.Parameters.Length;
        }

        /// <summary>The contexts that the constructors take; of a carrier without such a constructor, those that it has a place for.</summary>
        private IEnumerable<ContextType> Wanted(INamedTypeSymbol type, ImmutableArray<IMethodSymbol> fitting)
        {
            var places = !fitting.IsEmpty ? fitting.SelectMany(constructor => constructor.Parameters).Select(parameter => parameter.Type)
                : contexts.IsCarrier(type.OriginalDefinition) ? type.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic).Select(field => field.Type)
                : [];
            return places.Select(contexts.GetContextType).OfType<ContextType>().Distinct();
        }

        private Finding Create(IObjectCreationOperation creation, IMethodSymbol constructor, AvailableContext available, ImmutableArray<IMethodSymbol> fitting)
        {
            var properties = ImmutableDictionary<string, string?>.Empty;
            return new(
                Rule,
                CalleeName.LocationOf(creation.Syntax),
                constructor,
                constructor.ContainingType.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat),
                available.Expression)
            {
                Properties = fitting is [var only]
                    ? properties
                        .Add(FixProperties.Context, available.Expression)
                        .Add(FixProperties.Overload, only.OriginalDefinition.GetDocumentationCommentId())
                        .Add(FixProperties.Parameter, only.Parameters.First(parameter => contexts.GetContextType(parameter.Type) is not null).Name)
                    : properties,
            };
        }
    }
}
