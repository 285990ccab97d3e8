using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Reach;

/// <summary>
/// Names members by strings that are the same from every compilation of a solution: the assembly's name and the documentation ID of the
/// definition. Safe for concurrent use; one for all that is looked at of a compilation.
/// </summary>
public sealed class MemberKeys
{
    private const char Separator = '/';
    private readonly ConcurrentDictionary<ISymbol, string> keys = new(SymbolEqualityComparer.Default);

    /// <summary>The key of a member; null for what has no documentation ID, such as a local function.</summary>
    public string? Of(ISymbol symbol)
    {
        var key = keys.GetOrAdd(symbol.OriginalDefinition, Make);
        return key.Length == 0 ? null : key;
    }

    /// <summary>The documentation ID in a key.</summary>
    public static string DocumentationIdOf(string key) => key.Substring(key.IndexOf(Separator) + 1);

    private static string Make(ISymbol definition) =>
        definition.GetDocumentationCommentId() is { Length: > 0 } id ? definition.ContainingAssembly?.Name + Separator + id : "";
}
