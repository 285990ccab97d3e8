using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Passing;

/// <summary>The parameters by which a member is handed its contexts.</summary>
public static class ContextParameters
{
    /// <summary>The parameters of a context type, with what they hold. Those by <c>ref</c> and <c>out</c> hand one back.</summary>
    public static IEnumerable<(IParameterSymbol Parameter, ContextType Context)> ContextParametersOf(this ContextModel contexts, IMethodSymbol method) =>
        from parameter in method.Parameters
        where parameter.RefKind is RefKind.None or RefKind.In && !parameter.IsParams
        let context = contexts.GetContextType(parameter.Type)
        where context is not null
        select (parameter, context);

    /// <summary>Whether a type is a context, or derives from one.</summary>
    public static ContextType? ContextHeldBy(this ContextModel contexts, ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (contexts.GetContextType(type) is { } context)
            {
                return context;
            }
        }

        return null;
    }

    /// <summary>A parameter named <c>_</c> is ignored on purpose.</summary>
    public static bool IsDiscard(this IParameterSymbol parameter) => parameter.Name.All(character => character == '_');
}
