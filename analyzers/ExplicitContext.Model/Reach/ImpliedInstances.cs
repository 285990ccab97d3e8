using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Reach;

/// <summary>
/// What <c>new T()</c> calls: the constructor of the type that takes the place of <c>T</c>. It is known where a generic member is called or constructed, and
/// counts there, as a delegate's target counts where the delegate is made. Who hands on a type parameter of its own leaves it to its own callers.
/// </summary>
public static class ImpliedInstances
{
    /// <summary>Whether a call puts types in the place of parameters of which its callee may make instances.</summary>
    public static bool MayMake(IMethodSymbol method) =>
        method.TypeParameters.Any(IsConstructed) || (IsBoundToType(method) && method.ContainingType.TypeParameters.Any(IsConstructed));

    /// <summary>The constructors that a call of a generic member may run.</summary>
    public static IEnumerable<IMethodSymbol> Of(IMethodSymbol? method) => method is null || !MayMake(method)
        ? []
        : Of(method.TypeParameters, method.TypeArguments)
            .Concat(IsBoundToType(method) ? Of(method.ContainingType.TypeParameters, method.ContainingType.TypeArguments) : []);

    private static IEnumerable<IMethodSymbol> Of(IEnumerable<ITypeParameterSymbol> parameters, IEnumerable<ITypeSymbol> arguments) =>
        parameters.Zip(arguments, (parameter, argument) => IsConstructed(parameter) ? argument as INamedTypeSymbol : null)
            .Select(type => type?.InstanceConstructors.FirstOrDefault(constructor => constructor.Parameters.IsEmpty))
            .OfType<IMethodSymbol>();

    private static bool IsConstructed(ITypeParameterSymbol parameter) => parameter.HasConstructorConstraint || parameter.HasValueTypeConstraint;

    /// <summary>An instance has its type's arguments from where it was constructed.</summary>
    private static bool IsBoundToType(IMethodSymbol method) => method.ContainingType is not null && (method.IsStatic || method.MethodKind == MethodKind.Constructor);
}
