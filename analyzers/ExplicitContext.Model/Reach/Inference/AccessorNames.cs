using ExplicitContext.Model.Configuration;
using ExplicitContext.Model.Incremental;
using ExplicitContext.Model.Reach.Carrying;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.Reach.Inference;

/// <summary>The names of the accessors that a configuration declares, found without asking every symbol.</summary>
internal static class AccessorNames
{
    public static IEnumerable<ReachableName> Configured(ContextConfiguration configuration, Compilation compilation) =>
        configuration.Entries.Items
            .Where(entry => entry is { Kind: EntryKind.Ambient, TakesBack: false })
            .SelectMany(entry => entry.HasWildcard ? Matching(entry.Id, compilation) : Named(entry.Id, compilation));

    private static IEnumerable<ReachableName> Named(string id, Compilation compilation)
    {
        if (MemberId.Parse("/" + id) is { } member)
        {
            var qualifier = DocumentationCommentId.GetFirstSymbolForDeclarationId("T:" + member.Type, compilation) is INamedTypeSymbol type ? Qualifier(type, compilation) : null;
            yield return new(member.NameInCode, qualifier);
            if (member.MetadataName == ".ctor")
            {
                yield return new(ImpliedNames.AnyConstruction, null);
            }
        }
    }

    /// <summary>Where the last part of a pattern is plain, it is the name; else the members that match are looked for.</summary>
    private static IEnumerable<ReachableName> Matching(string id, Compilation compilation)
    {
        if (MemberId.Parse("/" + id) is { } member && member.Member.Split('(')[0].IndexOf('*') < 0)
        {
            return [new(member.NameInCode, null)];
        }

        var pattern = new EntryPattern(id);
        var container = pattern.Container.Length == 0
            ? compilation.GlobalNamespace
            : DocumentationCommentId.GetFirstSymbolForDeclarationId("T:" + pattern.Container, compilation)
                ?? DocumentationCommentId.GetFirstSymbolForDeclarationId("N:" + pattern.Container, compilation);
        return container is INamespaceOrTypeSymbol symbol
            ? from type in TypesIn(symbol)
              from declared in type.GetMembers()
              where declared.IsStatic && declared.CanBeReferencedByName && declared.GetDocumentationCommentId() is { } declaredId && pattern.IsMatch(declaredId)
              select new ReachableName(declared.Name, Qualifier(type, compilation))
            : [];
    }

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol container)
    {
        var open = new Stack<INamespaceOrTypeSymbol>([container]);
        while (open.Count > 0)
        {
            var symbol = open.Pop();
            if (symbol is INamedTypeSymbol type)
            {
                yield return type;
            }

            foreach (var member in symbol.GetMembers().OfType<INamespaceOrTypeSymbol>())
            {
                open.Push(member);
            }
        }
    }

    /// <summary>What derives from a type in source is known; from a type of another assembly, anything may.</summary>
    private static string? Qualifier(INamedTypeSymbol type, Compilation compilation) =>
        type.TypeKind is TypeKind.Class or TypeKind.Struct
        && (type.IsSealed || type.IsStatic || SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly))
            ? type.Name
            : null;
}
