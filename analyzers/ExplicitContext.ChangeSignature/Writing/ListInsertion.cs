using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace ExplicitContext.ChangeSignature.Writing;

/// <summary>Puts something into a list in parentheses, in the way in which the list is laid out.</summary>
internal static class ListInsertion
{
    /// <summary>The change that makes a text the item at an index; the index after the last one appends.</summary>
    public static TextChange At<T>(SyntaxToken open, SeparatedSyntaxList<T> items, int index, string text)
        where T : SyntaxNode
    {
        if (items.Count == 0)
            return Insert(open.Span.End, text);
        if (index >= items.Count)
            return Insert(items[items.Count - 1].Span.End, ", " + text);

        // The new item takes the old one's place on the line, before its comments; the old one goes where the next line of the list would begin.
        var before = index == 0 ? open : items.GetSeparator(index - 1);
        var position = before.Span.End;
        var lineEnd = "";
        var indentation = "";
        foreach (var trivia in before.TrailingTrivia.Concat(items[index].GetLeadingTrivia()))
        {
            if (trivia.IsKind(SyntaxKind.EndOfLineTrivia))
                (lineEnd, indentation) = (trivia.ToString(), "");
            else if (trivia.IsKind(SyntaxKind.WhitespaceTrivia))
                indentation = trivia.ToString();
            else
                break;
            position = trivia.Span.End;
        }

        return Insert(position, text + (lineEnd.Length > 0 ? "," + lineEnd + indentation : ", "));
    }

    private static TextChange Insert(int position, string text) => new(new(position, 0), text);
}
