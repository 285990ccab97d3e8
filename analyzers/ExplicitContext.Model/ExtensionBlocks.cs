using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model;

/// <summary>The extension blocks of C# 14, which the oldest supported Roslyn has no API for.</summary>
public static class ExtensionBlocks
{
    private const TypeKind Extension = (TypeKind)14;

    /// <summary>Whether a type is an extension block.</summary>
    public static bool IsBlock(INamedTypeSymbol? type) => type?.TypeKind == Extension;

    /// <summary>Whether a declaration is an extension block: a type without a name, whose parameter is the receiver.</summary>
    public static bool IsBlock(TypeDeclarationSyntax declaration) => declaration.Keyword.Text == "extension";

    /// <summary>The type itself; of an extension block, all blocks of its class for a receiver of the same type, so that one call finds the members of all.</summary>
    public static IEnumerable<INamedTypeSymbol> SameReceiver(INamedTypeSymbol type) =>
        type is { TypeKind: Extension, ContainingType: { } container } && ReceiverOf(type) is { } receiver
            ? container.GetTypeMembers().Where(other => other.TypeKind == Extension && ReceiverOf(other) == receiver)
            : [type];

    /// <summary>
    /// The member of a block that a person wrote for a static method of the compiler's making, by which it can be called too: it is one member with one
    /// body. Any other method as it is.
    /// </summary>
    public static IMethodSymbol Written(IMethodSymbol method)
    {
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        if (definition is not { IsStatic: true, IsImplicitlyDeclared: true, ContainingType: { IsStatic: true } holder, DeclaringSyntaxReferences: [var reference, ..] })
        {
            return method;
        }

        return holder.GetTypeMembers()
            .SelectMany(block => block.GetMembers(definition.Name))
            .OfType<IMethodSymbol>()
            .FirstOrDefault(member => member.DeclaringSyntaxReferences is [var written, ..] && written.Span == reference.Span && written.SyntaxTree == reference.SyntaxTree) ?? method;
    }

    /// <summary>The member of another block for the same receiver, in terms of the type parameters of this one, so that their types can be compared.</summary>
    public static IMethodSymbol InTermsOf(INamedTypeSymbol block, IMethodSymbol member) =>
        block.Arity == 0 || !IsBlock(member.ContainingType) || member.ContainingType.Arity != block.Arity || SymbolEqualityComparer.Default.Equals(member.ContainingType, block)
            ? member
            : member.ContainingType.OriginalDefinition.Construct([.. block.TypeParameters]).GetMembers(member.Name).OfType<IMethodSymbol>()
                .FirstOrDefault(same => SymbolEqualityComparer.Default.Equals(same.OriginalDefinition, member.OriginalDefinition)) ?? member;

    /// <summary>What members of a block are called on inside of it: the receiver, or for static ones its type; null where it is not written.</summary>
    public static string? ReceiverIn(IMethodSymbol member) => ParameterOf(member.ContainingType) is not { } receiver ? null
        : member.IsStatic ? receiver.Type?.ToString()
        : receiver.Identifier.Text.Length > 0 ? receiver.Identifier.Text
        : null;

    /// <summary>The receiver as it is written, with its type parameters: two blocks of one class that write it alike mean the same.</summary>
    private static string? ReceiverOf(INamedTypeSymbol block) => ParameterOf(block) is { Parent.Parent: TypeDeclarationSyntax declaration } receiver
        ? $"{declaration.TypeParameterList}{receiver.Modifiers} {receiver.Type}{string.Concat(declaration.ConstraintClauses.Select(clause => " " + clause))}"
        : null;

    private static ParameterSyntax? ParameterOf(INamedTypeSymbol block) =>
        block.DeclaringSyntaxReferences is [var reference, ..] && reference.GetSyntax() is TypeDeclarationSyntax { ParameterList.Parameters: [var receiver] } ? receiver : null;
}
