using System.Collections.Immutable;
using ExplicitContext.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Analyzers.Ownership;

/// <summary>Tells which context a type or a value keeps: it is one, is a collection or carrier of one, or is code that has captured one.</summary>
internal sealed class HeldContexts(ContextModel contexts)
{
    // Hold what they are made for, and are no collections.
    private static readonly ImmutableHashSet<string> Holders = ImmutableHashSet.Create(
        StringComparer.Ordinal, "Lazy", "ThreadLocal", "AsyncLocal", "StrongBox", "ValueTuple", "Tuple", "KeyValuePair", "Nullable", "Task", "ValueTask", "TaskCompletionSource");

    /// <summary>The context that every instance of the type is or holds; null where none is known.</summary>
    public ContextType? In(ITypeSymbol? type) => type switch
    {
        null => null,
        IArrayTypeSymbol array => In(array.ElementType),
        _ when contexts.ContextOf(type) is { } context => context,
        INamedTypeSymbol { TypeArguments.IsEmpty: false } named when IsHolder(named) => named.TypeArguments.Select(In).FirstOrDefault(context => context is not null),
        INamedTypeSymbol carrier when contexts.IsCarrier(carrier) => InFields(type),
        _ => null,
    };

    /// <summary>Whether the type is a collection of contexts, from which they can be removed.</summary>
    public bool IsCollection(ITypeSymbol type) => type is IArrayTypeSymbol || contexts.ContextOf(type) is null && IsEnumerable(type);

    /// <summary>The context that a value keeps, and the part of the expression that shows it; null where none is known.</summary>
    public (ContextType Context, IOperation Part)? In(IOperation value)
    {
        value = value.WithoutConversions();
        return value switch
        {
            { ConstantValue.HasValue: true } => null,
            _ when In(value.Type) is { } context => (context, value),
            IDelegateCreationOperation { Target: var target } => In(target),
            IAnonymousFunctionOperation lambda => Captured(lambda),
            IMethodReferenceOperation { Instance: { } instance } => In(instance),
            IObjectCreationOperation { Type: { } type, Arguments: var arguments } when InFields(type) is not null => First(arguments.Select(argument => argument.Value)),
            IArrayCreationOperation { Initializer.ElementValues: var elements } => First(elements),
            ICollectionExpressionOperation { Elements: var elements } => First(elements),
            ITupleOperation { Elements: var elements } => First(elements),
            ILocalReferenceOperation { Local: var local, Type.TypeKind: TypeKind.Delegate } when Locals.OnlyValueOf(local, value) is { } only => In(only),
            _ => null,
        };
    }

    private (ContextType Context, IOperation Part)? First(IEnumerable<IOperation> values) => values.Select(In).FirstOrDefault(found => found is not null);

    private (ContextType Context, IOperation Part)? Captured(IAnonymousFunctionOperation lambda) => First(
        lambda.Body.Descendants().Where(operation => operation switch
        {
            ILocalReferenceOperation { Local: { IsConst: false } local } => Locals.IsDeclaredOutside(local, lambda.Syntax),
            IParameterReferenceOperation { Parameter: var parameter } => Locals.IsDeclaredOutside(parameter, lambda.Syntax),
            IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => true,
            _ => false,
        }));

    private ContextType? InFields(ITypeSymbol type) => type.GetMembers().OfType<IFieldSymbol>()
        .Where(field => !field.IsStatic)
        .Select(field => contexts.ContextOf(field.Type))
        .FirstOrDefault(context => context is not null);

    private static bool IsHolder(INamedTypeSymbol type) => type.TypeKind != TypeKind.Delegate && (IsEnumerable(type) || Holders.Contains(type.Name)) && type.Name != "ConditionalWeakTable";

    private static bool IsEnumerable(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_Collections_IEnumerable || type.AllInterfaces.Any(face => face.SpecialType == SpecialType.System_Collections_IEnumerable);
}
