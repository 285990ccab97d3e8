using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.Emitting;

/// <summary>What one must know of a type to write one more part of it.</summary>
internal static class TypeParts
{
    /// <summary>The types around a type, the outermost first.</summary>
    public static IEnumerable<INamedTypeSymbol> Containers(INamedTypeSymbol type) => Outward(type.ContainingType).Reverse();

    /// <summary>A type and the types around it, the innermost first.</summary>
    public static IEnumerable<INamedTypeSymbol> Outward(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.ContainingType) yield return type;
    }

    /// <summary>The first, from the inside out, of the type and those around it that is not partial; null where all are.</summary>
    public static INamedTypeSymbol? NotPartial(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        Outward(type).FirstOrDefault(outer => !outer.DeclaringSyntaxReferences.Any(
            reference => reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword)));

    /// <summary>Whether the type, or one around it, is known in its file alone.</summary>
    public static bool IsFileLocal(INamedTypeSymbol type) => Outward(type).Any(outer => outer.IsFileLocal);

    /// <summary>Whether <c>#if</c> or the like stands in a declaration, so that its text means nothing elsewhere.</summary>
    public static bool IsSplit(SyntaxNode declaration) => declaration.DescendantTrivia().Any(trivia => trivia.IsDirective && declaration.Span.Contains(trivia.Span));

    /// <summary>How another part of a type begins: <c>partial class Name&lt;T&gt;</c>.</summary>
    public static string Header(INamedTypeSymbol type)
    {
        var keyword = type switch
        {
            { TypeKind: TypeKind.Interface } => "interface",
            { IsRecord: true, IsValueType: true } => "record struct",
            { IsRecord: true } => "record",
            { IsValueType: true } => "struct",
            _ => "class",
        };
        var parameters = type.TypeParameters.Length == 0 ? "" : $"<{string.Join(", ", type.TypeParameters.Select(parameter => Names.Escaped(parameter.Name)))}>";
        return $"partial {keyword} {Names.Escaped(type.Name)}{parameters}";
    }

    /// <summary>The name of the namespace as one writes it; null for the global one.</summary>
    public static string? Namespace(INamedTypeSymbol type) => type.ContainingNamespace.IsGlobalNamespace
        ? null
        : type.ContainingNamespace.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted));

    /// <summary>A name for the file of a generated part, unique among the types of a compilation.</summary>
    public static string HintName(INamedTypeSymbol type, string what)
    {
        var names = Containers(type).Append(type).Select(part => part.MetadataName.Replace('`', '_'));
        var space = type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString() + ".";
        return $"{space}{string.Join(".", names)}.{what}.g.cs";
    }
}
