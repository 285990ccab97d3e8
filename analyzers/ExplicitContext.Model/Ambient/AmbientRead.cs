using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Ambient;

/// <summary>One use of an ambient accessor in a body.</summary>
/// <param name="Accessor">What is used.</param>
/// <param name="Syntax">The whole expression that names the accessor: <c>Engine.Current</c>.</param>
/// <param name="Usage">Whether the accessor is read, written or both.</param>
public sealed record AmbientRead(AmbientAccessor Accessor, SyntaxNode Syntax, AmbientUsage Usage)
{
    /// <summary>
    /// Recognises a use. Operations that have no effect at run time are none: <c>nameof</c>, attribute arguments. The accessor's own
    /// declaration may use itself.
    /// </summary>
    public static AmbientRead? From(IOperation operation, ContextModel contexts)
    {
        var member = AmbientUsages.MemberOf(operation);
        if (member is not ({ IsStatic: true } or IMethodSymbol { MethodKind: MethodKind.Constructor }) || contexts.GetAmbientAccessor(member) is not { } accessor)
        {
            return null;
        }

        return AmbientUsages.IsInNameOf(operation) ? null : new(accessor, operation.Syntax, AmbientUsages.Of(operation));
    }
}
