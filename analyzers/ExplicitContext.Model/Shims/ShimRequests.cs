using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.Shims;

/// <summary>Which members ask for a generated body: <c>partial</c>, without one, and marked <c>[ContextEntry]</c>.</summary>
public static class ShimRequests
{
    // Whoever else writes the body of a partial member.
    private static readonly string[] OtherAuthors = ["GeneratedRegexAttribute", "LibraryImportAttribute", "LoggerMessageAttribute"];

    /// <summary>Whether a marked declaration can be one, by its looks.</summary>
    public static bool IsCandidate(SyntaxNode node) => DeclarationOf(node) is { } declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword) && HasNoBody(declaration);

    /// <summary>The declaration that a marked node belongs to; null for what is no member.</summary>
    internal static MemberDeclarationSyntax? DeclarationOf(SyntaxNode node) => node switch
    {
        VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: EventFieldDeclarationSyntax @event } } => @event,
        MethodDeclarationSyntax or PropertyDeclarationSyntax or IndexerDeclarationSyntax or ConstructorDeclarationSyntax => (MemberDeclarationSyntax)node,
        _ => null,
    };

    /// <summary>Whether somebody else implements the member: a person, the runtime, or another generator.</summary>
    internal static bool IsImplemented(ISymbol member, MemberDeclarationSyntax declaration, CancellationToken cancellationToken) =>
        member is IMethodSymbol { PartialImplementationPart: not null } or IPropertySymbol { PartialImplementationPart: not null }
        || member.GetAttributes().Any(attribute => OtherAuthors.Contains(attribute.AttributeClass?.Name))
        || (declaration is ConstructorDeclarationSyntax or EventFieldDeclarationSyntax && member.ContainingType.DeclaringSyntaxReferences
            .SelectMany(part => (part.GetSyntax(cancellationToken) as TypeDeclarationSyntax)?.Members ?? default)
            .Any(other => other.Modifiers.Any(SyntaxKind.PartialKeyword) && IsOtherPart(other, declaration)));

    private static bool HasNoBody(MemberDeclarationSyntax declaration) => declaration switch
    {
        BaseMethodDeclarationSyntax method => method is { Body: null, ExpressionBody: null },
        BasePropertyDeclarationSyntax { AccessorList: { } list } => list.Accessors.All(accessor => accessor is { Body: null, ExpressionBody: null }),
        EventFieldDeclarationSyntax => true,
        _ => false,
    };

    private static bool IsOtherPart(MemberDeclarationSyntax other, MemberDeclarationSyntax declaration) => (other, declaration) switch
    {
        (ConstructorDeclarationSyntax one, ConstructorDeclarationSyntax two) =>
            !HasNoBody(one) && one.ParameterList.Parameters.Select(parameter => parameter.Identifier.ValueText).SequenceEqual(two.ParameterList.Parameters.Select(parameter => parameter.Identifier.ValueText)),
        (EventDeclarationSyntax one, EventFieldDeclarationSyntax two) => one.Identifier.ValueText == two.Declaration.Variables[0].Identifier.ValueText,
        _ => false,
    };
}
