using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Configuration;

/// <summary>Says what code must mention to have a use for an entry.</summary>
internal static class EntryNames
{
    /// <summary>The symbols of which one must be mentioned; empty where the entry cannot be judged that way.</summary>
    public static ImmutableArray<ISymbol> Of(ConfigurationEntry entry, ContextModel contexts)
    {
        if (entry.Kind == EntryKind.Audited)
        {
            return [];
        }

        var symbols = entry.HasWildcard ? MatchedBy(entry, contexts.Compilation) : DocumentationCommentId.GetSymbolsForDeclarationId(entry.Id, contexts.Compilation);
        return symbols.Any(symbol => IsDeclaredHere(symbol, contexts) || IsCalledByTheLanguage(symbol) || (entry.Kind == EntryKind.Context && IsYielded(symbol, contexts)))
            ? []
            : [.. symbols.Select(Mentioned)];
    }

    /// <summary>The static members of a type that a pattern matches. A namespace holds too much to go through.</summary>
    private static ImmutableArray<ISymbol> MatchedBy(ConfigurationEntry entry, Compilation compilation)
    {
        var pattern = new EntryPattern(entry.Id);
        return entry.Kind == EntryKind.Ambient && DocumentationCommentId.GetFirstSymbolForDeclarationId("T:" + pattern.Container, compilation) is INamedTypeSymbol type
            ? [.. type.GetMembers().Where(member => (member.IsStatic || IsConstructor(member)) && member.GetDocumentationCommentId() is { } id && pattern.IsMatch(id))]
            : [];
    }

    private static bool IsDeclaredHere(ISymbol symbol, ContextModel contexts) =>
        SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, contexts.Compilation.Assembly);

    private static bool IsCalledByTheLanguage(ISymbol symbol) => symbol is IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator or MethodKind.Conversion };

    /// <summary>A context type may be used through what yields it, without being named.</summary>
    private static bool IsYielded(ISymbol type, ContextModel contexts) =>
        contexts.ConfiguredAccessors.Any(accessor => contexts.GetContextType(type as ITypeSymbol) is { } context && accessor.IsReplacedBy(context));

    private static ISymbol Mentioned(ISymbol symbol) => IsConstructor(symbol) ? symbol.ContainingType : symbol;

    private static bool IsConstructor(ISymbol symbol) => symbol is IMethodSymbol { MethodKind: MethodKind.Constructor };
}
