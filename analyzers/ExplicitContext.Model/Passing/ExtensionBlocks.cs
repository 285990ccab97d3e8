using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.Passing;

/// <summary>The extension blocks of C# 14, which the oldest supported Roslyn has no API for.</summary>
public static class ExtensionBlocks
{
    private const TypeKind Extension = (TypeKind)14;

    /// <summary>The type itself; of an extension block, all blocks of its class for a receiver of the same type, so that one call finds the members of all.</summary>
    public static IEnumerable<INamedTypeSymbol> SameReceiver(INamedTypeSymbol type) =>
        type is { TypeKind: Extension, ContainingType: { } container } && ReceiverOf(type) is { } receiver
            ? container.GetTypeMembers().Where(other => other.TypeKind == Extension && ReceiverOf(other) == receiver)
            : [type];

    /// <summary>The receiver as it is written: two blocks of one class that write it alike mean the same, unless it has type parameters.</summary>
    private static string? ReceiverOf(INamedTypeSymbol block) =>
        block.Arity == 0
        && block.DeclaringSyntaxReferences is [var reference, ..]
        && reference.GetSyntax() is TypeDeclarationSyntax { ParameterList.Parameters: [var receiver] }
            ? $"{receiver.Modifiers} {receiver.Type}"
            : null;
}
