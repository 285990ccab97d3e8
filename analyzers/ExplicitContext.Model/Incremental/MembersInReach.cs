using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.Incremental;

/// <summary>
/// The members that code of a file can name without a receiver: those of the types around it, of what these inherit, and of types that are used statically. Binds no bodies.
/// Not safe for concurrent use.
/// </summary>
/// <param name="model">The file.</param>
/// <param name="isAnyUsedEverywhere">Whether a global using brings in the members of a type.</param>
internal sealed class MembersInReach(SemanticModel model, Lazy<bool> isAnyUsedEverywhere)
{
    private readonly Dictionary<(TypeDeclarationSyntax Type, string Name), bool> known = [];
    private readonly Lazy<bool> isAnyUsed = new(() => isAnyUsedEverywhere.Value || model.SyntaxTree.GetRoot().DescendantNodes(IsOutsideOfTypes).Any(IsStaticUsing));

    /// <summary>Whether a node is a using that brings in the members of a type.</summary>
    public static bool IsStaticUsing(SyntaxNode node) => node is UsingDirectiveSyntax { StaticKeyword.RawKind: (int)SyntaxKind.StaticKeyword };

    /// <summary>Whether a name, said in a body, can be that of a member; not certainly so.</summary>
    public bool Contain(string name, SyntaxNode body) => isAnyUsed.Value || body.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Any(type => Contain(name, type));

    private bool Contain(string name, TypeDeclarationSyntax declaration)
    {
        if (!known.TryGetValue((declaration, name), out var isMember))
        {
            known.Add((declaration, name), isMember = model.GetDeclaredSymbol(declaration) is not { } type || WithBases(type).Any(above => HasMember(above, name)));
        }

        return isMember;
    }

    private static bool IsOutsideOfTypes(SyntaxNode node) => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax;

    // The properties of a record stand nowhere as members.
    private static bool HasMember(INamedTypeSymbol type, string name) =>
        type.TypeKind == TypeKind.Error || ExtensionBlocks.IsBlock(type) || type.MemberNames.Contains(name) || (type.IsRecord && type.GetMembers(name).Any(member => member is not INamedTypeSymbol));

    private static IEnumerable<INamedTypeSymbol> WithBases(INamedTypeSymbol type)
    {
        for (var above = type; above is not null; above = above.BaseType)
        {
            yield return above;
        }

        foreach (var above in type.TypeKind == TypeKind.Interface ? type.AllInterfaces : [])
        {
            yield return above;
        }
    }
}
