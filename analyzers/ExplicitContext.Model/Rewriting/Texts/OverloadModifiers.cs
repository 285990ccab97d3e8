using ExplicitContext.Model.Rewriting.Planning;
using ExplicitContext.Model.Rewriting.Scopes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ExplicitContext.Model.Rewriting.Texts;

/// <summary>
/// Writes the modifiers of an overload. Public API does not grow: an overload of a public member is internal, one of a protected member private
/// protected. What makes a part of the original belongs to it alone.
/// </summary>
internal static class OverloadModifiers
{
    /// <summary>The modifiers, each with a space behind it.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="original">The modifiers of the original.</param>
    /// <param name="accessor">Those of the accessor that the overload is made of.</param>
    /// <param name="hides">Whether it hides an overload of a base type.</param>
    public static string Of(MemberPlan plan, SyntaxTokenList original, SyntaxTokenList accessor, bool hides)
    {
        var words = original.Select(modifier => modifier.Text).Where(word => word is not ("partial" or "new" or "required" or "extern")).ToList();
        if (accessor.Any(modifier => IsAccessibility(modifier.Text)))
        {
            words.RemoveAll(IsAccessibility);
        }

        words.InsertRange(0, accessor.Select(modifier => modifier.Text));
        SetAccessibility(words, plan);
        if (plan.Body is OverloadBody.Forwarded or OverloadBody.Scoped)
        {
            words.Remove("async");
        }

        if (plan.Body == OverloadBody.Scoped && words.IndexOf("abstract") is >= 0 and var at)
        {
            words[at] = "virtual";
        }

        if (hides)
        {
            words.Insert(0, "new");
        }

        if (!words.Contains("unsafe") && plan.Facts.Declaration.Ancestors().OfType<TypeDeclarationSyntax>().Any(outer => outer.Modifiers.Any(SyntaxKind.UnsafeKeyword)))
        {
            words.Add("unsafe");
        }

        if (plan.Body == OverloadBody.Scoped && ScopedCalls.IsAwaited(plan.Member))
        {
            words.Add("async");
        }

        return string.Concat(words.Select(word => word + " "));
    }

    private static void SetAccessibility(List<string> words, MemberPlan plan)
    {
        if (plan.Accessibility is { } demanded)
        {
            words.RemoveAll(IsAccessibility);
            words.Insert(0, SyntaxFacts.GetText(demanded));
            return;
        }

        if (plan.StaysPublic || ExplicitImplementations.Of(plan.Member).Any())
        {
            return;
        }

        if (plan.Member.ContainingType.TypeKind == TypeKind.Interface)
        {
            if (plan.Member.DeclaredAccessibility == Accessibility.Public && plan.Member.ContainingType.IsExternallyVisible())
            {
                words.Remove("public");
                words.Insert(0, "internal");
            }
        }
        else if (words.Remove("public") || (words.Contains("protected") && words.Contains("internal")))
        {
            words.RemoveAll(word => word is "protected" or "internal");
            words.Insert(0, "internal");
        }
        else if (words.IndexOf("protected") is >= 0 and var at && !words.Contains("private"))
        {
            words.Insert(at, "private");
        }
    }

    private static bool IsAccessibility(string word) => word is "public" or "protected" or "internal" or "private";
}
