using ExplicitContext.Model.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Model.Rewriting.Facts;

/// <summary>One call in a body, and how its source is written.</summary>
/// <param name="Callee">The method or accessor that is called, as it is defined; an indexer's accessors are one.</param>
/// <param name="IsVirtual">Whether an override or implementation may run instead.</param>
/// <param name="Site">The expression, statement or declaration that calls.</param>
/// <param name="Form">How the call is written.</param>
internal sealed record CallFact(IMethodSymbol Callee, bool IsVirtual, SyntaxNode Site, CallForm Form)
{
    /// <summary>How many arguments stand before the context: the receiver, where an extension is called like any static method.</summary>
    public int Ordinal { get; init; }

    /// <summary>Why no context can be used there.</summary>
    public CaptureObstacles Obstacles { get; init; }

    /// <summary>The type with a member that would take the call in place of an overload, or null.</summary>
    public INamedTypeSymbol? HiddenBy { get; init; }

    /// <summary>What is known of a callee in another assembly that reads the ambient; null for all others.</summary>
    public UpstreamCallee? Upstream { get; init; }

    /// <summary>The member that the source names: a base's or an interface's, where more is known of the receiver. Its overload is the one that can be called there.</summary>
    public IMethodSymbol Named { get; init; } = Callee;

    /// <summary>Whether the member is called on <c>base</c>, so that no override runs.</summary>
    public bool IsBase { get; init; }

    /// <summary>The method whose result is disposed of by this call, which a <c>using</c> makes; null for all others.</summary>
    public IMethodSymbol? Disposes { get; init; }

    /// <summary>Whether a static member of an interface is called on another type than the interface takes for the implementing one.</summary>
    public bool IsOnAnother { get; init; }

    /// <summary>Whether what the call yields is disposed of by a <c>using</c> around what follows.</summary>
    public bool IsResource { get; init; }

    /// <summary>The part of the body that runs under the scope which the call may open; null where no <c>using</c> bounds one.</summary>
    public ScopeRegion? Region { get; init; }

    /// <summary>What is known of a method group; null for all that is no delegate.</summary>
    public DelegateFact? Delegate { get; init; }

    /// <summary>The type on which the method beside an operator is called; null for what is no operator.</summary>
    public string? OperatorType { get; init; }

    /// <summary>A call that an operation makes.</summary>
    public static CallFact? From(IOperation operation, MemberCall call, UpstreamCallees upstream)
    {
        // The base's constructor where none is named: the compiler shows it, and it is what the constructor calls by being one.
        if (operation is IInvocationOperation { IsImplicit: true, TargetMethod.MethodKind: MethodKind.Constructor } || Defined(call.Callee) is not { } callee)
        {
            return null;
        }

        var form = FormOf(operation, callee);
        var named = NamedBy(operation, callee) ?? callee;
        return new(callee, call.IsVirtual, SiteOf(operation, form), form)
        {
            Named = named,
            Ordinal = ExtensionCalls.Ordinal(operation, named),
            Upstream = upstream.Of(call),
            HiddenBy = form is CallForm.Invocation or CallForm.PropertyRead or CallForm.PropertyWrite or CallForm.PropertyUpdate or CallForm.ElementAccess or CallForm.MethodGroup
                ? HidingMembers.Of(operation, named, operation.SemanticModel!)
                : null,
            IsBase = (operation as IInvocationOperation)?.Instance is IInstanceReferenceOperation { Syntax: BaseExpressionSyntax }
                || (operation as IPropertyReferenceOperation)?.Instance is IInstanceReferenceOperation { Syntax: BaseExpressionSyntax },
            IsResource = ResourcesOfUsing.Contain(operation),
            Disposes = ResourcesOfUsing.MadeBy(operation),
            OperatorType = form == CallForm.Operator ? OperatorForms.TypeFor(operation) : null,
            IsOnAnother = SelfTypes.IsCalledOnAnother(operation),
        };
    }

    /// <summary>A call that a member makes because of what it is, whatever its body says.</summary>
    public static CallFact? Declared(SyntaxNode declaration, MemberCall call, UpstreamCallees upstream) =>
        Defined(call.Callee) is { } callee
            ? new(callee, call.IsVirtual, declaration, callee.MethodKind == MethodKind.Constructor && declaration is ConstructorDeclarationSyntax ? CallForm.ImplicitBase : CallForm.Implied) { Upstream = upstream.Of(call) }
            : null;

    private static IMethodSymbol? Defined(ISymbol callee)
    {
        if (callee is not IMethodSymbol method || method.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction or MethodKind.DelegateInvoke)
        {
            return null;
        }

        return IndexerUnit.Defined(ExtensionBlocks.Written((method.ReducedFrom ?? method).OriginalDefinition));
    }

    private static IMethodSymbol? NamedBy(IOperation operation, IMethodSymbol callee) => operation switch
    {
        IInvocationOperation invocation when callee.MethodKind != MethodKind.Constructor => Defined(invocation.TargetMethod),
        IMethodReferenceOperation { Method: var method } when callee.MethodKind != MethodKind.Constructor => Defined(method),
        IPropertyReferenceOperation { Property: var property } when callee.MethodKind == MethodKind.PropertySet => CalleeWalker.Setter(property) is { } setter ? Defined(setter) : null,
        IPropertyReferenceOperation { Property: var property } => CalleeWalker.Getter(property) is { } getter ? Defined(getter) : null,
        _ => null,
    };

    private static CallForm FormOf(IOperation operation, IMethodSymbol callee) => operation switch
    {
        IInvocationOperation { Syntax: ConstructorInitializerSyntax } call when Is(call.TargetMethod, callee) => CallForm.ConstructorInitializer,
        IInvocationOperation { IsImplicit: false, Syntax: InvocationExpressionSyntax } when callee.MethodKind != MethodKind.Constructor => CallForm.Invocation,
        IPropertyReferenceOperation property => PropertyForms.Of(property),
        IObjectCreationOperation { Syntax: BaseObjectCreationExpressionSyntax } creation when Is(creation.Constructor, callee) => CallForm.Construction,
        IMethodReferenceOperation when callee.MethodKind != MethodKind.Constructor => CallForm.MethodGroup,
        _ when OperatorForms.IsWritten(operation, callee) => CallForm.Operator,
        _ => CallForm.Implied,
    };

    private static SyntaxNode SiteOf(IOperation operation, CallForm form) =>
        form is CallForm.PropertyWrite or CallForm.PropertyUpdate ? operation.Parent!.Syntax : operation.Syntax;

    private static bool Is(IMethodSymbol? called, IMethodSymbol callee) =>
        called is not null && SymbolEqualityComparer.Default.Equals(called.OriginalDefinition.PartialImplementationPart ?? called.OriginalDefinition, callee);
}
