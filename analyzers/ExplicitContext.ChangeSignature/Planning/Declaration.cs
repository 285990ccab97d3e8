using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.ChangeSignature.Planning;

/// <summary>One place where a member that changes is declared.</summary>
/// <param name="File">The file.</param>
/// <param name="Node">The method, constructor or local function; the type, where it declares its primary constructor.</param>
/// <param name="Member">The member.</param>
internal sealed record Declaration(SourceFile File, SyntaxNode Node, IMethodSymbol Member)
{
    public ParameterListSyntax? Parameters => Node switch
    {
        BaseMethodDeclarationSyntax method => method.ParameterList,
        LocalFunctionStatementSyntax function => function.ParameterList,
        TypeDeclarationSyntax type => type.ParameterList,
        _ => null,
    };

    /// <summary>Whether the member runs from here.</summary>
    public bool HasBody => Node switch
    {
        BaseMethodDeclarationSyntax method => method.Body is not null || method.ExpressionBody is not null,
        _ => true,
    };
}
