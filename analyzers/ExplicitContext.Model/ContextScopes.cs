using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model;

/// <summary>How far the state reaches that a context stands for: what belongs to one thread, and which of two is the narrower.</summary>
public static class ContextScopes
{
    private const string Thread = "thread";
    private const string Process = "process";

    /// <summary>The context that a value of the type is: the type itself, or the first one among its base types and interfaces.</summary>
    public static ContextType? ContextOf(this ContextModel contexts, ITypeSymbol? type)
    {
        if (type is null or { SpecialType: not SpecialType.None } or { TypeKind: not (TypeKind.Class or TypeKind.Struct or TypeKind.Interface or TypeKind.TypeParameter) })
            return null;
        if (type is ITypeParameterSymbol parameter)
            return parameter.ConstraintTypes.Select(constraint => contexts.ContextOf(constraint)).FirstOrDefault(context => context is not null);

        for (var current = type; current is { SpecialType: not SpecialType.System_Object }; current = current.BaseType)
        {
            if (contexts.GetContextType(current) is { } context)
                return context;
        }

        return type.AllInterfaces.Select(contexts.GetContextType).FirstOrDefault(context => context is not null);
    }

    /// <summary>Whether values of the type are contexts of one thread, which no other thread may use.</summary>
    public static bool IsThreadBound(this ContextModel contexts, ITypeSymbol? type) => contexts.ContextOf(type)?.Scope == Thread;

    /// <summary>Whether a context stands for the whole process.</summary>
    public static bool IsOfProcess(this ContextType context) => context.Scope == Process;

    /// <summary>
    /// Whether one context is known to be narrower than another: by the scopes that the library ships, or because it is made with the other and leads to it, and not the other way round.
    /// </summary>
    public static bool IsNarrower(this ContextModel contexts, ContextType one, ContextType other)
    {
        if (SymbolEqualityComparer.Default.Equals(one.Type, other.Type))
            return false;
        return HasKnownWidth(one) && HasKnownWidth(other)
            ? !other.MayLeadTo(one) && one.Scope != other.Scope
            : IsMadeWith(contexts, one, other) && !IsMadeWith(contexts, other, one);
    }

    private static bool HasKnownWidth(ContextType context) => context.Scope is Thread or Process or "interpreter";

    private static bool IsMadeWith(ContextModel contexts, ContextType one, ContextType other) =>
        one.Type.InstanceConstructors.Any(constructor => constructor.Parameters.Any(parameter => Is(contexts, parameter.Type, other)))
        && one.Type.GetMembers().Any(member => member switch
        {
            IPropertySymbol { IsStatic: false, SetMethod: null } property => Is(contexts, property.Type, other),
            IFieldSymbol { IsStatic: false, IsReadOnly: true } field => Is(contexts, field.Type, other),
            _ => false,
        });

    private static bool Is(ContextModel contexts, ITypeSymbol type, ContextType context) =>
        contexts.ContextOf(type) is { } found && SymbolEqualityComparer.Default.Equals(found.Type, context.Type);
}
