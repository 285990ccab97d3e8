using ExplicitContext.Model.Reach;
using ExplicitContext.Model.Rewriting.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ExplicitContext.Model.Rewriting;

/// <summary>One call in a body, and how its source is written.</summary>
/// <param name="Callee">The method or accessor that is called, as it is defined; an indexer's accessors are one.</param>
/// <param name="IsVirtual">Whether an override or implementation may run instead.</param>
/// <param name="Site">The expression, statement or declaration that calls.</param>
/// <param name="Form">How the call is written.</param>
internal sealed record CallFact(IMethodSymbol Callee, bool IsVirtual, SyntaxNode Site, CallForm Form)
{
    /// <summary>How many arguments stand before the context: the receiver, where an extension is called like any static method.</summary>
    public int Ordinal { get; init; }

    /// <summary>The type with a member that would take the call in place of an overload, or null.</summary>
    public INamedTypeSymbol? HiddenBy { get; init; }

    /// <summary>What is known of a callee in another assembly that reads the ambient; null for all others.</summary>
    public UpstreamCallee? Upstream { get; init; }

    /// <summary>A call that an operation makes.</summary>
    public static CallFact? From(IOperation operation, MemberCall call, UpstreamCallees upstream)
    {
        // The base's constructor where none is named: the compiler shows it, and it is what the constructor calls by being one.
        if (operation is IInvocationOperation { IsImplicit: true, TargetMethod.MethodKind: MethodKind.Constructor } || Defined(call.Callee) is not { } callee)
        {
            return null;
        }

        var form = IsThroughInterface(operation, callee) ? CallForm.Implied : FormOf(operation, callee);
        return new(callee, call.IsVirtual, SiteOf(operation, form), form)
        {
            Ordinal = ExtensionCalls.Ordinal(operation, callee),
            Upstream = upstream.Of(call),
            HiddenBy = form is CallForm.Invocation or CallForm.PropertyRead or CallForm.PropertyWrite or CallForm.PropertyUpdate or CallForm.ElementAccess
                ? HidingMembers.Of(operation, callee, operation.SemanticModel!)
                : null,
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

        method = (method.ReducedFrom ?? method).OriginalDefinition;
        return IndexerUnit.Of(method.PartialImplementationPart ?? method);
    }

    /// <summary>Whether the source names the interface's member: the overload of what implements it cannot be called there.</summary>
    private static bool IsThroughInterface(IOperation operation, IMethodSymbol callee) =>
        callee.ContainingType.TypeKind != TypeKind.Interface
        && operation is IInvocationOperation { TargetMethod.ContainingType.TypeKind: TypeKind.Interface }
            or IPropertyReferenceOperation { Property.ContainingType.TypeKind: TypeKind.Interface };

    private static CallForm FormOf(IOperation operation, IMethodSymbol callee) => operation switch
    {
        IInvocationOperation { Syntax: ConstructorInitializerSyntax } call when Is(call.TargetMethod, callee) => CallForm.ConstructorInitializer,
        IInvocationOperation { IsImplicit: false, Syntax: InvocationExpressionSyntax } when callee.MethodKind != MethodKind.Constructor => CallForm.Invocation,
        IPropertyReferenceOperation property => PropertyForms.Of(property),
        IObjectCreationOperation { Syntax: BaseObjectCreationExpressionSyntax } creation when Is(creation.Constructor, callee) => CallForm.Construction,
        IMethodReferenceOperation when callee.MethodKind != MethodKind.Constructor => CallForm.MethodGroup,
        _ => CallForm.Implied,
    };

    private static SyntaxNode SiteOf(IOperation operation, CallForm form) =>
        form is CallForm.PropertyWrite or CallForm.PropertyUpdate ? operation.Parent!.Syntax : operation.Syntax;

    private static bool Is(IMethodSymbol? called, IMethodSymbol callee) =>
        called is not null && SymbolEqualityComparer.Default.Equals(called.OriginalDefinition.PartialImplementationPart ?? called.OriginalDefinition, callee);
}
