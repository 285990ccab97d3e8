using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Reach;

/// <summary>Finds the members that the language looks for by name: <c>GetAwaiter</c>, <c>Dispose</c>, <c>Add</c> and their like.</summary>
internal static class PatternMembers
{
    /// <summary>The method without parameters of a type, its base types, its interfaces.</summary>
    public static IMethodSymbol? Method(ITypeSymbol? type, string name, int parameters = 0) =>
        Levels(type).SelectMany(level => level.GetMembers(name)).OfType<IMethodSymbol>().FirstOrDefault(method => !method.IsStatic && method.Parameters.Length == parameters);

    /// <summary>As above; where there is none, the extension method in scope.</summary>
    public static IMethodSymbol? MethodOrExtension(ITypeSymbol? type, string name, SemanticModel? model, int position) =>
        type is null or { TypeKind: TypeKind.Error } ? null
        : Method(type, name) ?? model?.LookupSymbols(position, type, name, includeReducedExtensionMethods: true).OfType<IMethodSymbol>().FirstOrDefault(method => method.Parameters.IsEmpty);

    /// <summary>The getter of a property of a type, its base types, its interfaces.</summary>
    public static IMethodSymbol? Getter(ITypeSymbol? type, string name) =>
        Levels(type).SelectMany(level => level.GetMembers(name)).OfType<IPropertySymbol>().FirstOrDefault()?.GetMethod;

    private static IEnumerable<ITypeSymbol> Levels(ITypeSymbol? type)
    {
        var constraints = (type as ITypeParameterSymbol)?.ConstraintTypes ?? [];
        for (var level = type; level is not null; level = level.BaseType)
        {
            yield return level;
        }

        foreach (var level in constraints.SelectMany(Levels).Concat(type?.AllInterfaces ?? []))
        {
            yield return level;
        }
    }
}
