using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Availability;

/// <summary>Parameters that a caller may leave out, so that the member cannot tell whether it was handed a context. ECTX2009 reports them.</summary>
public static class OptionalContexts
{
    /// <summary>Whether a parameter is null where a caller leaves it out.</summary>
    public static bool MayBeLeftOut(this IParameterSymbol parameter) => parameter is { HasExplicitDefaultValue: true, ExplicitDefaultValue: null, Type.IsReferenceType: true };

    /// <summary>Whether a member has such a parameter for a context that would replace a read of an accessor.</summary>
    public static bool MayBeHanded(this ISymbol? member, AmbientAccessor accessor, ContextModel contexts) =>
        member is IMethodSymbol method && method.Parameters.Any(parameter =>
            parameter.MayBeLeftOut() && contexts.GetContextType(parameter.Type) is { } context && accessor.HasReplacement && accessor.IsReplacedBy(context));
}
