using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.Reach;

/// <summary>Finds what runs in a source file: every declared member with its body or initialiser.</summary>
internal static class MemberBodies
{
    /// <summary>The bodies of a file, each with the member that runs it, in source order.</summary>
    public static IEnumerable<(ISymbol Member, SyntaxNode Body)> In(SemanticModel model, CancellationToken cancellationToken)
    {
        var root = model.SyntaxTree.GetRoot(cancellationToken);
        if (root is CompilationUnitSyntax unit && unit.Members.Any(SyntaxKind.GlobalStatement) && model.GetDeclaredSymbol(unit, cancellationToken) is { } main)
        {
            yield return (main, unit);
        }

        foreach (var node in root.DescendantNodes(node => node is not (StatementSyntax or ExpressionSyntax or ArrowExpressionClauseSyntax or AttributeListSyntax)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (BodyOf(node) is { } body && MemberOf(node, model, cancellationToken) is { } member)
            {
                yield return (member, body);
            }

            if (node is TypeDeclarationSyntax type)
            {
                foreach (var unwritten in Unwritten(model.GetDeclaredSymbol(type, cancellationToken), type))
                {
                    yield return (unwritten, type);
                }
            }
        }
    }

    private static SyntaxNode? BodyOf(SyntaxNode node) => node switch
    {
        BaseMethodDeclarationSyntax { Body: null, ExpressionBody: null } => null,
        BaseMethodDeclarationSyntax method => method,
        AccessorDeclarationSyntax { Body: null, ExpressionBody: null } => null,
        AccessorDeclarationSyntax accessor => accessor,
        ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax } arrow => arrow,
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax } initializer => initializer,
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax } } initializer => initializer,
        PrimaryConstructorBaseTypeSyntax baseType => baseType,
        _ => null,
    };

    private static ISymbol? MemberOf(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken) => node switch
    {
        ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax property } => (model.GetDeclaredSymbol(property, cancellationToken) as IPropertySymbol)?.GetMethod,
        EqualsValueClauseSyntax { Parent: { } declared } => model.GetDeclaredSymbol(declared, cancellationToken),
        PrimaryConstructorBaseTypeSyntax { Parent.Parent: TypeDeclarationSyntax type } => PrimaryConstructor(model.GetDeclaredSymbol(type, cancellationToken)),
        _ => model.GetDeclaredSymbol(node, cancellationToken),
    };

    /// <summary>
    /// What a type has without a declaration of its own: the constructor that runs initialisers and calls the base's, and the members of a
    /// record. A struct without a constructor is only cleared.
    /// </summary>
    private static IEnumerable<IMethodSymbol> Unwritten(INamedTypeSymbol? type, TypeDeclarationSyntax declaration)
    {
        if (type is null || type.DeclaringSyntaxReferences[0].GetSyntax() != declaration)
        {
            yield break;
        }

        var constructor = PrimaryConstructor(type)
            ?? (type.IsReferenceType ? type.InstanceConstructors.FirstOrDefault(constructor => constructor.IsImplicitlyDeclared && constructor.Parameters.IsEmpty) : null);
        if (constructor is not null)
        {
            yield return constructor;
        }

        foreach (var member in type.IsRecord ? RecordMembers.Of(type) : [])
        {
            yield return member;
        }
    }

    private static IMethodSymbol? PrimaryConstructor(INamedTypeSymbol? type) =>
        type?.InstanceConstructors.FirstOrDefault(constructor => constructor.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is TypeDeclarationSyntax));
}
