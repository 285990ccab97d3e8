using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Baseline;

/// <summary>Finds the members that a baseline names in the source of a compilation. Not safe for concurrent use.</summary>
public sealed class BaselineMembers(Compilation compilation)
{
    private readonly Dictionary<string, IReadOnlyDictionary<string, ISymbol>?> membersByContainer = new(StringComparer.Ordinal);
    private IReadOnlyDictionary<string, ISymbol>? all;

    /// <summary>The type around a member, or the type itself where the name is one: the documentation ID of the type, without its prefix.</summary>
    public static string ContainerOf(string member)
    {
        var end = member.IndexOfAny(['(', '|']);
        var name = end < 0 ? member : member.Substring(0, end);
        var dot = name.StartsWith("T:", StringComparison.Ordinal) ? -1 : name.LastIndexOf('.');
        return name.Length < 3 ? name : name.Substring(2, (dot < 2 ? name.Length : dot) - 2);
    }

    /// <summary>The member of that name, or null where the source has none.</summary>
    public ISymbol? Find(string member)
    {
        var container = "T:" + ContainerOf(member);
        if (!membersByContainer.TryGetValue(container, out var members))
        {
            members = DocumentationCommentId.GetFirstSymbolForDeclarationId(container, compilation) is INamedTypeSymbol type ? Index([type]) : null;
            membersByContainer.Add(container, members);
        }

        if (members?.TryGetValue(member, out var found) == true)
            return found;

        // Some IDs do not lead back to their symbols: those of extension blocks, of types that are local to a file, of what the compiler names.
        return (all ??= Index(SourceTypes.Of(compilation.Assembly))).TryGetValue(member, out found) ? found : null;
    }

    private IReadOnlyDictionary<string, ISymbol> Index(IEnumerable<INamedTypeSymbol> types)
    {
        var index = new Dictionary<string, ISymbol>(StringComparer.Ordinal);
        foreach (var symbol in types.SelectMany(type => type.GetMembers().Prepend(type)).Where(symbol => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, compilation.Assembly)))
            index[BaselineKeys.OfMember(symbol)] = symbol;
        return index;
    }
}
