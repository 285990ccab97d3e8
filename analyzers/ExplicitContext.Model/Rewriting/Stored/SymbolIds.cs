using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Rewriting.Stored;

/// <summary>Names the symbols of one compilation, and finds in it those that another compilation has named.</summary>
internal sealed class SymbolIds(Compilation compilation)
{
    private readonly Dictionary<ISymbol, SymbolId?> ids = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<SymbolId, ISymbol?> symbols = [];

    /// <summary>The name of a definition; null for what cannot be found by a name.</summary>
    public SymbolId? Of(ISymbol symbol)
    {
        if (!ids.TryGetValue(symbol, out var id))
        {
            id = Compose(symbol);
            ids.Add(symbol, id = id is not null && SymbolEqualityComparer.Default.Equals(Find(id), symbol) ? id : null);
        }

        return id;
    }

    /// <summary>What a name stands for; null where nothing is called that.</summary>
    public ISymbol? Find(SymbolId id)
    {
        if (!symbols.TryGetValue(id, out var symbol))
        {
            symbols.Add(id, symbol = Search(id));
        }

        return symbol;
    }

    private ISymbol? Search(SymbolId id)
    {
        var assembly = compilation.Assembly.Name == id.Assembly ? compilation.Assembly : compilation.SourceModule.ReferencedAssemblySymbols.FirstOrDefault(referenced => referenced.Name == id.Assembly);
        var type = assembly?.GetTypeByMetadataName(id.Type);
        if (id.Member is null || type is null)
        {
            return type;
        }

        var named = type.GetMembers(id.Member);
        var found = named.Length == 1 ? named[0] : named.FirstOrDefault(member => member.GetDocumentationCommentId() == id.Signature);
        return found is IMethodSymbol { PartialImplementationPart: { } part } ? part : found;
    }

    private static SymbolId? Compose(ISymbol symbol)
    {
        var type = symbol as INamedTypeSymbol ?? symbol.ContainingType;
        return type is null || symbol.ContainingAssembly is null || !SymbolEqualityComparer.Default.Equals(symbol, symbol.OriginalDefinition)
            ? null
            : symbol is INamedTypeSymbol
                ? new(type.ContainingAssembly.Name, MetadataNameOf(type), null, null)
                : new(type.ContainingAssembly.Name, MetadataNameOf(type), symbol.Name, symbol.GetDocumentationCommentId());
    }

    private static string MetadataNameOf(INamespaceOrTypeSymbol symbol) => symbol switch
    {
        { ContainingType: { } outer } => $"{MetadataNameOf(outer)}+{symbol.MetadataName}",
        { ContainingNamespace: { IsGlobalNamespace: false } space } => $"{MetadataNameOf(space)}.{symbol.MetadataName}",
        _ => symbol.MetadataName,
    };
}
