using System.Collections.Immutable;
using ExplicitContext.Model;
using ExplicitContext.Model.Ambient;
using ExplicitContext.Model.Availability;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Analyzers.Passing;

/// <summary>A call, construction or method group whose callee has twins that take a context and could be called instead.</summary>
internal sealed class TwinCall
{
    private readonly IOperation operation;
    private readonly SemanticModel model;

    private TwinCall(IOperation operation, SemanticModel model, IMethodSymbol target, ImmutableArray<ContextOverload> twins)
    {
        this.operation = operation;
        this.model = model;
        Target = target;
        Twins = twins;
    }

    /// <summary>What is called.</summary>
    public IMethodSymbol Target { get; }

    /// <summary>The twins that are accessible here.</summary>
    public ImmutableArray<ContextOverload> Twins { get; }

    /// <summary>The call that an operation is; null for most.</summary>
    public static TwinCall? Of(IOperation operation, ISymbol? containing, ContextOverloads overloads)
    {
        if (operation.IsImplicit || TargetOf(operation) is not { } target || overloads.Of(target) is not { IsEmpty: false } candidates)
            return null;
        if (operation.SemanticModel is not { } model || operation.IsInNameOf() || operation.IsInExpressionTree())
            return null;
        ImmutableArray<ContextOverload> twins =
            [.. candidates.Where(twin => model.IsAccessible(operation.Syntax.SpanStart, twin.Method) && !IsInside(twin.Method, containing))];
        return twins.IsEmpty ? null : new(operation, model, target, twins);
    }

    /// <summary>The context that is at hand for a twin, or null.</summary>
    public AvailableContext? Available(ContextOverload twin, ContextModel contexts, CancellationToken cancellationToken) =>
        new ContextFinder(model, contexts).Find(operation.Syntax, twin.ContextType, cancellationToken);

    private static IMethodSymbol? TargetOf(IOperation operation) => operation switch
    {
        IInvocationOperation invocation => invocation.TargetMethod,
        IObjectCreationOperation creation => creation.Constructor,
        IMethodReferenceOperation { Parent: IDelegateCreationOperation { Parent: not IEventAssignmentOperation } } group => group.Method,
        _ => null,
    };

    /// <summary>The overload that forwards to the legacy member must not be told to call itself.</summary>
    private static bool IsInside(IMethodSymbol overload, ISymbol? containing)
    {
        while (containing is not null && !SymbolEqualityComparer.Default.Equals(containing.OriginalDefinition, overload))
            containing = containing.ContainingSymbol;
        return containing is not null;
    }
}
