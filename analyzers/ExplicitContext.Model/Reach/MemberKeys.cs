using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Reach;

/// <summary>
/// Names members by strings that are the same from every compilation of a solution: the assembly's name and the documentation ID of the
/// definition. Not safe for concurrent use; one per walk.
/// </summary>
public sealed class MemberKeys
{
    private const char Separator = '/';
    private readonly Dictionary<ISymbol, string> keys = new(SymbolEqualityComparer.Default);

    /// <summary>The key of a member; null for what has no documentation ID, such as a local function.</summary>
    public string? Of(ISymbol symbol)
    {
        symbol = symbol.OriginalDefinition;
        if (!keys.TryGetValue(symbol, out var key))
        {
            var id = symbol.GetDocumentationCommentId();
            keys.Add(symbol, key = string.IsNullOrEmpty(id) ? "" : symbol.ContainingAssembly?.Name + Separator + id);
        }

        return key.Length == 0 ? null : key;
    }

    /// <summary>The documentation ID in a key.</summary>
    public static string DocumentationIdOf(string key) => key.Substring(key.IndexOf(Separator) + 1);
}
