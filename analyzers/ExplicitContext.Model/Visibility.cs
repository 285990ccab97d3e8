using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model;

/// <summary>Who can name a symbol.</summary>
public static class Visibility
{
    /// <summary>Whether code of other assemblies can name the symbol: by its own accessibility and that of all around it.</summary>
    /// <param name="symbol">The symbol.</param>
    /// <param name="toFriends">Whether assemblies that see the internals count.</param>
    public static bool IsExternallyVisible(this ISymbol symbol, bool toFriends = false)
    {
        for (var outer = symbol; outer is not null and not INamespaceSymbol; outer = outer.ContainingSymbol)
        {
            if (outer.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal)
                && !(toFriends && outer.DeclaredAccessibility is Accessibility.Internal or Accessibility.ProtectedAndInternal))
            {
                return false;
            }
        }

        return true;
    }
}
