using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.Incremental;

/// <summary>The part of a declaration that other files can depend on: everything but its body.</summary>
internal static class DeclarationSignatures
{
    /// <summary>Hashes the tokens of a declaration outside of bodies and initialisers, and collects the names among them. Comments and white space do not count.</summary>
    public static Fingerprint Hash(Fingerprint hash, SyntaxNode declaration, HashSet<string> names)
    {
        foreach (var child in declaration.ChildNodesAndTokens())
        {
            hash = child.AsNode() is not { } node ? Add(hash, child.AsToken(), names)
                : !IsBody(node) ? Hash(hash, node, names)
                : Forwards(node) ? hash.Add(node.ToString())
                : hash.Add(node is EqualsValueClauseSyntax or ConstructorInitializerSyntax ? 0UL : UsesField(node) ? 2UL : 1UL);
        }

        return hash;
    }

    /// <summary>Hashes what stands before the members of a type; the names in a primary constructor's parameters go into a set of their own.</summary>
    public static Fingerprint HashHeader(Fingerprint hash, TypeDeclarationSyntax type, HashSet<string> names, HashSet<string> handedIn)
    {
        foreach (var child in type.ChildNodesAndTokens())
        {
            if (child.AsNode() is { } node)
            {
                hash = node is MemberDeclarationSyntax ? hash : Hash(hash, node, node is ParameterListSyntax ? handedIn : names);
            }
            else
            {
                hash = Add(hash, child.AsToken(), names);
            }
        }

        return hash;
    }

    /// <summary>Members that are called without a name of theirs; whoever uses the type depends on them.</summary>
    public static bool IsUsedUnnamed(MemberDeclarationSyntax member) =>
        member is ConstructorDeclarationSyntax or OperatorDeclarationSyntax or ConversionOperatorDeclarationSyntax or IndexerDeclarationSyntax;

    /// <summary>The names that a member declares.</summary>
    public static IEnumerable<string> NamesOf(MemberDeclarationSyntax member) => member switch
    {
        BaseFieldDeclarationSyntax field => field.Declaration.Variables.Select(variable => variable.Identifier.ValueText),
        MethodDeclarationSyntax method => [method.Identifier.ValueText],
        PropertyDeclarationSyntax property => [property.Identifier.ValueText],
        EventDeclarationSyntax @event => [@event.Identifier.ValueText],
        IndexerDeclarationSyntax => [ImpliedNames.Indexer],
        OperatorDeclarationSyntax { OperatorToken.RawKind: (int)SyntaxKind.TrueKeyword or (int)SyntaxKind.FalseKeyword } => [ImpliedNames.Conversion],
        OperatorDeclarationSyntax @operator => [ImpliedNames.Operator(@operator.OperatorToken.Text)],
        ConversionOperatorDeclarationSyntax => [ImpliedNames.Conversion],
        _ => [],
    };

    private static Fingerprint Add(Fingerprint hash, SyntaxToken token, HashSet<string> names)
    {
        if (token.IsKind(SyntaxKind.IdentifierToken))
        {
            names.Add(token.ValueText);
        }

        // A semicolon tells only how the body is written.
        return token.IsKind(SyntaxKind.SemicolonToken) ? hash : hash.Add(token.Text);
    }

    private static bool IsBody(SyntaxNode node) => node switch
    {
        BlockSyntax or ArrowExpressionClauseSyntax or ConstructorInitializerSyntax => true,
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax } => true,
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax field } } => !field.Modifiers.Any(SyntaxKind.ConstKeyword),
        _ => false,
    };

    /// <summary>An accessor that says <c>field</c> makes its property one that stores a value.</summary>
    private static bool UsesField(SyntaxNode body) =>
        body.Parent is AccessorDeclarationSyntax or PropertyDeclarationSyntax && body.DescendantNodes().Any(node => node.IsKind(SyntaxKind.FieldExpression));

    /// <summary>A static member's body that does nothing but hand on another member's value tells what it is: an accessor that forwards to another.</summary>
    private static bool Forwards(SyntaxNode body) => body is ArrowExpressionClauseSyntax { Expression: IdentifierNameSyntax or MemberAccessExpressionSyntax }
        or BlockSyntax { Statements: [ReturnStatementSyntax { Expression: IdentifierNameSyntax or MemberAccessExpressionSyntax }] }
        && body.FirstAncestorOrSelf<MemberDeclarationSyntax>()?.Modifiers.Any(SyntaxKind.StaticKeyword) == true;
}
