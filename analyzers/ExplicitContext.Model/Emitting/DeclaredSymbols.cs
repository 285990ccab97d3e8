using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Emitting;

/// <summary>Finds the symbols of a compilation's own declarations again, by what a pipeline may hold of them.</summary>
internal static class DeclaredSymbols
{
    /// <summary>The symbols, each once, in the order of the IDs.</summary>
    public static ImmutableArray<ISymbol> Find(EquatableArray<string> documentationIds, Compilation compilation) =>
    [
        .. documentationIds.Distinct(StringComparer.Ordinal)
            .SelectMany(id => DocumentationCommentId.GetSymbolsForDeclarationId(id, compilation) is { IsEmpty: false } found ? found : Renamed(id, compilation))
            .Where(symbol => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, compilation.Assembly)),
    ];

    /// <summary>An indexer that has another name than <c>Item</c> is not found by its ID.</summary>
    private static IEnumerable<ISymbol> Renamed(string id, Compilation compilation)
    {
        var end = id.Split('(')[0].LastIndexOf('.');
        return id.StartsWith("P:", StringComparison.Ordinal) && end > 2
            ? DocumentationCommentId.GetSymbolsForDeclarationId("T:" + id.Substring(2, end - 2), compilation)
                .OfType<INamedTypeSymbol>()
                .SelectMany(type => type.GetMembers())
                .Where(member => member is IPropertySymbol { IsIndexer: true } && member.GetDocumentationCommentId() == id)
            : [];
    }
}
