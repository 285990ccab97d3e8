using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model;

/// <summary>Walks the types that an assembly declares, nested ones included.</summary>
public static class SourceTypes
{
    /// <summary>The types, each once.</summary>
    public static IEnumerable<INamedTypeSymbol> Of(IAssemblySymbol assembly)
    {
        var open = new Stack<INamespaceOrTypeSymbol>([assembly.GlobalNamespace]);
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
