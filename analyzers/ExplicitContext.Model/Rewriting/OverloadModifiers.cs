using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.Rewriting;

/// <summary>
/// The modifiers of an overload. Public API does not grow: an overload of a public member is internal, one of a protected member private
/// protected. What makes a member a part, hides a base member or asks something of initialisers belongs to the original alone.
/// </summary>
internal static class OverloadModifiers
{
    private static readonly HashSet<string> Accessibilities = ["public", "protected", "internal", "private"];

    /// <summary>The modifiers, each followed by a space.</summary>
    /// <param name="declaration">The original.</param>
    /// <param name="accessor">The modifiers of the accessor of which the overload is made.</param>
    public static string Of(MemberDeclarationSyntax declaration, SyntaxTokenList accessor)
    {
        var words = declaration.Modifiers.Select(modifier => modifier.Text).Where(word => word is not ("partial" or "new" or "required")).ToList();
        if (accessor.Any(modifier => Accessibilities.Contains(modifier.Text)))
        {
            words.RemoveAll(Accessibilities.Contains);
        }

        words.InsertRange(0, accessor.Select(modifier => modifier.Text));
        if (words.Remove("public") || (words.Contains("protected") && words.Contains("internal")))
        {
            words.RemoveAll(word => word is "protected" or "internal");
            words.Insert(0, "internal");
        }
        else if (words.IndexOf("protected") is >= 0 and var at && !words.Contains("private"))
        {
            words.Insert(at, "private");
        }

        if (!words.Contains("unsafe") && declaration.Ancestors().OfType<TypeDeclarationSyntax>().Any(outer => outer.Modifiers.Any(SyntaxKind.UnsafeKeyword)))
        {
            words.Add("unsafe");
        }

        return string.Concat(words.Select(word => word + " "));
    }
}
