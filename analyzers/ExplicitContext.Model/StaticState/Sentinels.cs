using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ExplicitContext.Model.StaticState;

/// <summary>
/// Objects that stand for nothing, for the empty or for one of a few fixed cases. Their types can change, they themselves are compared and
/// handed on: a token that says "no token", the null object of a syntax tree.
/// </summary>
internal static class Sentinels
{
    private static readonly ImmutableArray<string> Words =
        ["Null", "None", "Nil", "No", "Nothing", "Void", "Empty", "Missing", "Unknown", "Invalid", "Undefined", "Unspecified", "Sentinel", "Marker", "Dummy", "Noop", "Zero", "True", "False"];

    /// <summary>Whether a member's name says that it holds such an object: <c>NoToken</c>, <c>Null</c>, <c>s_NilNode</c>, <c>EMPTY_LIST</c>, <c>EndMarker</c>.</summary>
    public static bool IsNameOf(ISymbol member) => WordsOf(member.Name) is { Count: > 0 } words && (IsWord(words[0]) || words.Count > 1 && IsWord(words[words.Count - 1]));

    private static bool IsWord(string word) => Words.Any(known => string.Equals(known, word, StringComparison.OrdinalIgnoreCase));

    /// <summary>The words of a name; prefixes such as <c>s_</c> and <c>m_</c> aside.</summary>
    private static List<string> WordsOf(string name)
    {
        var words = new List<string>();
        foreach (var part in name.Split(['_'], StringSplitOptions.RemoveEmptyEntries).Where((part, position) => part.Length > 1 || position > 0))
        {
            var start = 0;
            for (var i = 1; i <= part.Length; i++)
            {
                if (i == part.Length || char.IsUpper(part[i]) && !char.IsUpper(part[i - 1]))
                {
                    words.Add(part.Substring(start, i - start));
                    start = i;
                }
            }
        }

        return words;
    }
}
