using ExplicitContext.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.ChangeSignature.Graduating;

/// <summary>A method, constructor or accessor with the overload that was generated for it.</summary>
/// <param name="Legacy">The member without the context.</param>
/// <param name="Body">Where its code stands: the declaration of a method, an accessor, or the arrow of a property.</param>
/// <param name="Overload">The member that takes the context.</param>
/// <param name="OverloadSyntax">Its declaration in the generated file.</param>
/// <param name="Context">The context that it takes.</param>
/// <param name="Ambient">How the ambient context is read beside the legacy member; null where it cannot be, or where the member has no body that would.</param>
internal sealed record GraduatingPart(
    IMethodSymbol Legacy, SyntaxNode Body, IMethodSymbol Overload, MemberDeclarationSyntax OverloadSyntax, ContextType Context, string? Ambient)
{
    /// <summary>Whether the overload calls the legacy member, which then stays as it is.</summary>
    public bool IsForward { get; init; }

    /// <summary>What else was generated for the overload: implementations of an interface's overload that call it.</summary>
    public IReadOnlyList<MemberDeclarationSyntax> Bridges { get; init; } = [];

    /// <summary>Whether the legacy member becomes a shim. One that cannot name its overload stays as it is.</summary>
    public bool LeavesShim => !IsForward && !IsCalledThroughTypeParameter && Body is not (BaseMethodDeclarationSyntax { Body: null, ExpressionBody: null } or AccessorDeclarationSyntax { Body: null, ExpressionBody: null });

    /// <summary>What a shim replaces of its member.</summary>
    public TextSpan Replaced => Body switch
    {
        ConstructorDeclarationSyntax constructor => TextSpan.FromBounds(constructor.ParameterList.Span.End, constructor.Span.End),
        BaseMethodDeclarationSyntax { Body: { } block } => block.Span,
        BaseMethodDeclarationSyntax { ExpressionBody: { } arrow } => arrow.Span,
        AccessorDeclarationSyntax accessor => accessor.Span,
        _ => Body.Span,
    };

    /// <summary>Whether only a type parameter gives access to the overload: it is a static member that an interface declares.</summary>
    private bool IsCalledThroughTypeParameter => Overload.IsStatic && (Overload.ContainingType.TypeKind == TypeKind.Interface ? Overload.IsVirtual : !Overload.ExplicitInterfaceImplementations.IsEmpty);

    /// <summary>Whether the context has to be named where the shim hands it on.</summary>
    public bool IsNamed { get; set; }
}
