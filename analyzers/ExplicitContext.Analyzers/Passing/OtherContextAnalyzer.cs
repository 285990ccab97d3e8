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

/// <summary>ECTX2004: an argument is another context than the one in scope, or none.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OtherContextAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.OtherContextPassed,
        "Another context is passed than the one in scope",
        "{0} is passed to '{1}' though '{2}' is at hand: pass it, or name the other one in a local where it is meant",
        RuleCategories.Passing,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        "Whoever was handed a context works for it; what it calls must not work for another one by accident.",
        RulePage.For(RuleIds.OtherContextPassed),
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
            FindingReporter.Create(start, SupportedDiagnostics).OnOperations(new Check(contexts).Analyze, OperationKind.Argument);
        });
    }

    private sealed class Check(ContextModel contexts)
    {
        public Finding? Analyze(OperationAnalysisContext context)
        {
            if (context.Operation is not IArgumentOperation { Parameter: { RefKind: RefKind.None or RefKind.In } parameter, Parent: { IsImplicit: false } call, SemanticModel: { } model } argument
                || contexts.GetContextType(parameter.OriginalDefinition.Type) is not { } wanted
                || IsOperand(parameter, wanted)
                || Describe(argument, wanted) is not { } described)
            {
                return null;
            }

            if (call.IsInExpressionTree() || contexts.IsEntryPoint(context.ContainingSymbol)
                || new ContextFinder(model, contexts).Find(call.Syntax, wanted, context.CancellationToken) is not { } available
                || (IsHeld(argument.Value) && !TakesPrecedence(available, wanted)))
            {
                return null;
            }

            var location = argument.ArgumentKind != ArgumentKind.DefaultValue && argument.Syntax.FirstAncestorOrSelf<ArgumentSyntax>() is { } written
                ? written.Expression.GetLocation()
                : CalleeName.LocationOf(call.Syntax);
            return new(Rule, location, parameter.ContainingSymbol, described, parameter.ContainingSymbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat), available.Expression)
            {
                Properties = ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Context, available.Expression).Add(FixProperties.Parameter, parameter.Name),
            };
        }

        /// <summary>Members of contexts, and members that take two of a kind, have a context for an operand: which one is up to the caller.</summary>
        private bool IsOperand(IParameterSymbol parameter, ContextType wanted) =>
            parameter.ContainingSymbol is not IMethodSymbol method
            || (!method.IsStatic && contexts.ContextHeldBy(method.ContainingType) is not null)
            || contexts.ContextParametersOf(method).Count(taken => Is(taken.Context, wanted)) > 1;

        /// <summary>What is passed, where that is no context that someone chose by its name.</summary>
        private string? Describe(IArgumentOperation argument, ContextType wanted) => Written(argument.Value) switch
        {
            _ when argument.ArgumentKind == ArgumentKind.DefaultValue => "No context",
            { ConstantValue: { HasValue: true, Value: null } } or IDefaultValueOperation when argument.Parameter!.Type.NullableAnnotation != NullableAnnotation.Annotated => "Null",
            IObjectCreationOperation creation when contexts.ContextHeldBy(creation.Type) is not null && !creation.Arguments.Any(given => contexts.ContextHeldBy(Written(given.Value).Type) is not null) =>
                $"A new '{creation.Type!.Name}'",
            IFieldReferenceOperation { Field: { IsStatic: true } field } when contexts.GetAmbientAccessor(field) is null => $"The static '{field.ContainingType.Name}.{field.Name}'",
            IPropertyReferenceOperation { Property: { IsStatic: true } property } when contexts.GetAmbientAccessor(property) is null => $"The static '{property.ContainingType.Name}.{property.Name}'",
            IMemberReferenceOperation { Instance: IInstanceReferenceOperation } held when contexts.ContextHeldBy(held.Type) is { } context && Is(context, wanted) => $"'{held.Syntax}'",
            _ => null,
        };

        private static bool IsHeld(IOperation value) => Written(value) is IMemberReferenceOperation { Instance: not null };

        /// <summary>A member that was handed a context by its conventional name, and passes on the one that its object holds, mixes the two up.</summary>
        private static bool TakesPrecedence(AvailableContext available, ContextType wanted) =>
            available.Root is IParameterSymbol && available.Expression == wanted.ParameterName && available.Root.ContainingSymbol is IMethodSymbol { MethodKind: not MethodKind.Constructor };

        private static IOperation Written(IOperation value) => value is IConversionOperation { OperatorMethod: null } conversion ? Written(conversion.Operand) : value;

        private static bool Is(ContextType one, ContextType other) => SymbolEqualityComparer.Default.Equals(one.Type, other.Type);
    }
}
