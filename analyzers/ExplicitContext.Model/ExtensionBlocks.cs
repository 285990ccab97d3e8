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

    /// <summary>The receiver as it is written: two blocks of one class that write it alike mean the same, unless it has type parameters.</summary>
    private static string? ReceiverOf(INamedTypeSymbol block) =>
        block.Arity == 0
        && block.DeclaringSyntaxReferences is [var reference, ..]
        && reference.GetSyntax() is TypeDeclarationSyntax { ParameterList.Parameters: [var receiver] }
            ? $"{receiver.Modifiers} {receiver.Type}"
            : null;
}
