using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model;

/// <summary>Walks the types that an assembly, a namespace or a type declares, nested ones included.</summary>
public static class SourceTypes
{
    /// <summary>The types of an assembly, each once.</summary>
    public static IEnumerable<INamedTypeSymbol> Of(IAssemblySymbol assembly) => In(assembly.GlobalNamespace);

    /// <summary>The types in a namespace, or a type with those in it; each once.</summary>
    public static IEnumerable<INamedTypeSymbol> In(INamespaceOrTypeSymbol container)
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
}
