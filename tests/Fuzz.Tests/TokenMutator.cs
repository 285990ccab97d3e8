using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Fuzz.Tests;

/// <summary>Changes a source file as a person in the middle of typing does: tokens vanish, come twice, change places, or become other names of the file.</summary>
internal sealed class TokenMutator(Random random)
{
    private static readonly string[] Inserted = ["(", ")", "{", "}", ";", ".", ",", "=>", "new", "static", "async", "await", "this", "base", "?", "<", ">", "is", "var", "\"", "using", "#if X", "\n"];

    /// <summary>The text with one to six edits.</summary>
    public string Mutate(SyntaxTree tree)
    {
        var tokens = tree.GetRoot().DescendantTokens().Select(token => token.ToFullString()).ToList();
        var names = tree.GetRoot().DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.Text).Distinct().ToList();
        for (var edits = random.Next(1, 7); edits > 0 && tokens.Count > 2; edits--)
            Edit(tokens, names);
        return string.Concat(tokens);
    }

    private void Edit(List<string> tokens, List<string> names)
    {
        var at = random.Next(tokens.Count);
        switch (random.Next(8))
        {
            case 0 or 1:
                tokens.RemoveAt(at);
                break;
            case 2:
                tokens.Insert(at, tokens[at]);
                break;
            case 3:
                (tokens[at], tokens[^1]) = (tokens[^1], tokens[at]);
                break;
            case 4 when names.Count > 0:
                tokens[at] = names[random.Next(names.Count)] + " ";
                break;
            case 5:
                tokens.Insert(at, " " + Inserted[random.Next(Inserted.Length)] + " ");
                break;
            case 6:
                // A run of tokens twice: members, parameters and statements double.
                tokens.InsertRange(at, tokens.GetRange(at, Math.Min(random.Next(2, 60), tokens.Count - at)));
                break;
            default:
                tokens.RemoveRange(at, Math.Min(random.Next(2, 40), tokens.Count - at));
                break;
        }
    }
}
