using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.Baseline;

/// <summary>Tells members in whose body something can be found from those that have none.</summary>
public static class MemberBody
{
    /// <summary>Whether a member has a body or an initialiser, be it in the part that implements it.</summary>
    public static bool Exists(ISymbol member) => IsWrittenIn(Implementation(member));

    /// <summary>The same of one part alone: the defining part of a partial member has none.</summary>
    public static bool IsWrittenIn(ISymbol part) => part.DeclaringSyntaxReferences.Any(reference => HasBody(reference.GetSyntax()));

    private static ISymbol Implementation(ISymbol member) => member switch
    {
        IMethodSymbol { PartialImplementationPart: { } method } => method,
        IMethodSymbol { AssociatedSymbol: IPropertySymbol { PartialImplementationPart: { } property } } accessor =>
            (accessor.MethodKind == MethodKind.PropertyGet ? property.GetMethod : property.SetMethod) ?? member,
        IPropertySymbol { PartialImplementationPart: { } property } => property,
        _ => member,
    };

    private static bool HasBody(SyntaxNode node) => node switch
    {
        ConstructorDeclarationSyntax { Initializer: not null } => true,
        BaseMethodDeclarationSyntax method => method.Body is not null || method.ExpressionBody is not null,
        AccessorDeclarationSyntax accessor => accessor.Body is not null || accessor.ExpressionBody is not null,
        VariableDeclaratorSyntax variable => variable.Initializer is not null,
        PropertyDeclarationSyntax property => property.Initializer is not null,
        EnumMemberDeclarationSyntax member => member.EqualsValue is not null,
        TypeDeclarationSyntax type => type.BaseList?.Types.FirstOrDefault() is PrimaryConstructorBaseTypeSyntax,
        ArrowExpressionClauseSyntax or CompilationUnitSyntax => true,
        _ => false,
    };
}
