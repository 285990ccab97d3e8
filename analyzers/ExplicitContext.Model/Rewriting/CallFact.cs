using ExplicitContext.Model.Ambient;
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
    public static CallFact? From(IOperation operation, ISymbol callee, bool isVirtual, SemanticModel model)
    {
        if (callee is not IMethodSymbol method || method.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction or MethodKind.DelegateInvoke)
        {
            return null;
        }

        method = (method.ReducedFrom ?? method).OriginalDefinition;
        return new(method.PartialImplementationPart ?? method, isVirtual, operation, IsThroughInterface(operation, method) ? CallForm.Implied : FormOf(operation), HidingMembers.Of(operation, method, model));
    }

    /// <summary>Whether the source names the interface's member: the overload of what implements it cannot be called there.</summary>
    private static bool IsThroughInterface(IOperation operation, IMethodSymbol callee) =>
        callee.ContainingType.TypeKind != TypeKind.Interface
        && operation is IInvocationOperation { TargetMethod.ContainingType.TypeKind: TypeKind.Interface }
            or IPropertyReferenceOperation { Property.ContainingType.TypeKind: TypeKind.Interface };

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
