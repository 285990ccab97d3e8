using ExplicitContext.Model.Ambient;
using ExplicitContext.Model.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Model.Rewriting;

/// <summary>One call in a body, and how its source is written.</summary>
/// <param name="Callee">The method or accessor that is called, as it is defined.</param>
/// <param name="IsVirtual">Whether an override or implementation may run instead.</param>
/// <param name="Operation">The operation that calls.</param>
/// <param name="Form">How the call is written.</param>
/// <param name="HiddenBy">The type with a member that would take the call in place of an overload, or null.</param>
internal sealed record CallFact(IMethodSymbol Callee, bool IsVirtual, IOperation Operation, CallForm Form, INamedTypeSymbol? HiddenBy = null)
{
    /// <summary>What is known of a callee in another assembly that reads the ambient; null for all others.</summary>
    public UpstreamCallee? Upstream { get; init; }

    /// <summary>The member that the source names: a base's or an interface's, where more is known of the receiver. Its overload is the one that can be called there.</summary>
    public IMethodSymbol Named { get; private init; } = Callee;

    /// <summary>Whether the member is called on <c>base</c>, so that no override runs.</summary>
    public bool IsBase { get; private init; }

    /// <summary>Whether what the call yields is disposed of by a <c>using</c> around what follows.</summary>
    public bool IsResource { get; private init; }

    public static CallFact? From(IOperation operation, MemberCall call, UpstreamCallees upstream, SemanticModel model)
    {
        if (call.Callee is not IMethodSymbol method || method.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction or MethodKind.DelegateInvoke)
        {
            return null;
        }

        method = Defined(method);
        var isImpliedInstance = operation is IInvocationOperation && method.MethodKind == MethodKind.Constructor;
        return new(method, call.IsVirtual, operation, isImpliedInstance ? CallForm.Implied : FormOf(operation), HidingMembers.Of(operation, NamedBy(operation) ?? method, model))
        {
            Named = isImpliedInstance ? method : NamedBy(operation) ?? method,
            IsBase = (operation is IInvocationOperation { Instance: { } instance } && IsBaseReference(instance)) || (operation is IPropertyReferenceOperation { Instance: { } receiver } && IsBaseReference(receiver)),
            Upstream = upstream.Of(call),
            IsResource = IsResourceOfUsing(operation),
        };
    }

    private static IMethodSymbol Defined(IMethodSymbol method)
    {
        method = ExtensionBlocks.Written((method.ReducedFrom ?? method).OriginalDefinition);
        return method.PartialImplementationPart ?? method;
    }

    private static IMethodSymbol? NamedBy(IOperation operation) => operation switch
    {
        IInvocationOperation invocation => Defined(invocation.TargetMethod),
        IPropertyReferenceOperation property when AmbientUsages.Of(property) == AmbientUsage.Read && CalleeWalker.Getter(property.Property) is { } getter => Defined(getter),
        _ => null,
    };

    private static bool IsBaseReference(IOperation instance) => instance is IInstanceReferenceOperation { Syntax: BaseExpressionSyntax };

    private static bool IsResourceOfUsing(IOperation operation)
    {
        var holder = operation.Parent;
        while (holder is IConversionOperation or IParenthesizedOperation or IVariableInitializerOperation or IVariableDeclaratorOperation or IVariableDeclarationOperation or IVariableDeclarationGroupOperation)
        {
            holder = holder.Parent;
        }

        return holder is IUsingOperation or IUsingDeclarationOperation;
    }

    private static CallForm FormOf(IOperation operation) => operation switch
    {
        IInvocationOperation { IsImplicit: false, Syntax: InvocationExpressionSyntax } => CallForm.Invocation,
        IPropertyReferenceOperation { IsImplicit: false, Syntax: IdentifierNameSyntax or MemberAccessExpressionSyntax or MemberBindingExpressionSyntax } property
            when property.Arguments.IsEmpty && AmbientUsages.Of(property) == AmbientUsage.Read && !AmbientUsages.IsInNameOf(property) && property.Parent is not IPropertySubpatternOperation
            => CallForm.PropertyRead,
        IPropertyReferenceOperation => CallForm.PropertyUse,
        IObjectCreationOperation => CallForm.Construction,
        IMethodReferenceOperation => CallForm.MethodGroup,
        _ => CallForm.Implied,
    };
}
