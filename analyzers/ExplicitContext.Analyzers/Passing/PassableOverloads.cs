using ExplicitContext.Model;
using ExplicitContext.Model.Ambient;
using ExplicitContext.Model.Availability;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Analyzers.Passing;

/// <summary>Finds, for a call, construction or method group, the overload that takes a context which is in scope there.</summary>
internal sealed class PassableOverloads(ContextModel contexts)
{
    private readonly ContextOverloads overloads = new(contexts);

    /// <summary>What is called, when it is one of the operations that could go to an overload instead.</summary>
    public static IMethodSymbol? TargetOf(IOperation operation) => operation switch
    {
        IInvocationOperation invocation => invocation.TargetMethod,
        IObjectCreationOperation creation => creation.Constructor,
        IMethodReferenceOperation { Parent: IDelegateCreationOperation { Parent: not IEventAssignmentOperation } } group => group.Method,
        _ => null,
    };

    /// <summary>The overload and the expression to pass, the cheapest of several; null where there is none.</summary>
    public (ContextOverload Overload, AvailableContext Available)? Find(IOperation operation, ISymbol? containing, CancellationToken cancellationToken)
    {
        if (operation.IsImplicit || TargetOf(operation) is not { } target || overloads.Of(target) is not { IsEmpty: false } candidates)
            return null;
        if (operation.SemanticModel is not { } model || operation.IsInNameOf() || operation.IsInExpressionTree())
            return null;

        var passable =
            from overload in candidates
            where model.IsAccessible(operation.Syntax.SpanStart, overload.Method) && !IsInside(overload.Method, containing)
            let available = Available(overload, operation, model, cancellationToken)
            where available is not null
            orderby available.Cost
            select ((ContextOverload, AvailableContext)?)(overload, available);
        return passable.FirstOrDefault();
    }

    /// <summary>The overload that forwards to the legacy member must not be told to call itself.</summary>
    private static bool IsInside(IMethodSymbol overload, ISymbol? containing)
    {
        while (containing is not null && !SymbolEqualityComparer.Default.Equals(containing.OriginalDefinition, overload))
            containing = containing.ContainingSymbol;
        return containing is not null;
    }

    private AvailableContext? Available(ContextOverload overload, IOperation operation, SemanticModel model, CancellationToken cancellationToken)
    {
        var available = new ContextFinder(model, contexts).Find(
            operation.Syntax,
            candidate => SymbolEqualityComparer.Default.Equals(candidate.Type, overload.ContextType.Type),
            cancellationToken);
        return available is null || operation is not IMethodReferenceOperation || CanBeCaptured(available.Root) ? available : null;
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
