using ExplicitContext.Model;
using ExplicitContext.Model.Availability;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Analyzers.Passing;

/// <summary>Finds, for a call, construction or method group, the overload that takes a context which is in scope there.</summary>
internal sealed class PassableOverloads(ContextModel contexts)
{
    private readonly ContextOverloads overloads = new(contexts);

    /// <summary>What is called, its overload and the expression to pass, the cheapest of several; null where there is none.</summary>
    public (IMethodSymbol Target, ContextOverload Overload, AvailableContext Available)? Find(IOperation operation, ISymbol? containing, CancellationToken cancellationToken)
    {
        if (TwinCall.Of(operation, containing, overloads) is not { } call)
            return null;
        var passable =
            from twin in call.Twins
            let available = call.Available(twin, contexts, cancellationToken)
            where available is not null && (operation is not IMethodReferenceOperation || CanBeCaptured(available.Root))
            orderby available.Cost
            select ((IMethodSymbol, ContextOverload, AvailableContext)?)(call.Target, twin, available);
        return passable.FirstOrDefault();
    }

    /// <summary>A method group becomes a lambda, which cannot capture everything that a call can name.</summary>
    private static bool CanBeCaptured(ISymbol root) => root switch
    {
        IParameterSymbol parameter => parameter.RefKind == RefKind.None && !parameter.Type.IsRefLikeType,
        ILocalSymbol local => !local.Type.IsRefLikeType,
        ITypeSymbol type => type.IsReferenceType,
        _ => root.ContainingType.IsReferenceType,
    };
}
