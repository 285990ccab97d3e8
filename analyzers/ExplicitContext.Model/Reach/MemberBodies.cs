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
        foreach (var node in root.DescendantNodesAndSelf(node => node is not (StatementSyntax or ExpressionSyntax or ArrowExpressionClauseSyntax or AttributeListSyntax)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var member in MembersOf(node, model, cancellationToken))
            {
                yield return (member, node);
            }
        }
    }

    /// <summary>The body that a node is or is part of.</summary>
    public static SyntaxNode? Around(SyntaxNode node) => node.AncestorsAndSelf().FirstOrDefault(IsBody);

    /// <summary>The members that run a body. Most have one; a type has those that the compiler writes for it.</summary>
    public static IEnumerable<ISymbol> MembersOf(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken) =>
        node is TypeDeclarationSyntax type ? Unwritten(model.GetDeclaredSymbol(type, cancellationToken), type)
        : IsBody(node) && MemberOf(node, model, cancellationToken) is { } member ? [member]
        : [];

    /// <summary>Whether a node is a whole body.</summary>
    public static bool IsBody(SyntaxNode node) => node is TypeDeclarationSyntax || IsWritten(node) || (node is CompilationUnitSyntax unit && unit.Members.Any(SyntaxKind.GlobalStatement));

    private static bool IsWritten(SyntaxNode node) => node switch
    {
        BaseMethodDeclarationSyntax method => method.Body is not null || method.ExpressionBody is not null,
        AccessorDeclarationSyntax accessor => accessor.Body is not null || accessor.ExpressionBody is not null,
        ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax } => true,
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax } => true,
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax } } => true,
        _ => node is PrimaryConstructorBaseTypeSyntax,
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
