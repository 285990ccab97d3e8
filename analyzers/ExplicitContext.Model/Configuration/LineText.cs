namespace ExplicitContext.Model.Configuration;

/// <summary>Takes a line apart. What stands between double quotes is one piece, whatever is in it.</summary>
internal static class LineText
{
    /// <summary>The line up to its comment, which begins at the start of the line or after white space: <c>#ctor</c> in an ID is none.</summary>
    public static string WithoutComment(string line)
    {
        foreach (var at in Unquoted(line, '#'))
        {
            if (at == 0 || char.IsWhiteSpace(line[at - 1]))
            {
                return line.Substring(0, at);
            }
        }

        return line;
    }

    /// <summary>The parts between semicolons, trimmed, each with the column where it begins; empty ones after the first are left out.</summary>
    public static IEnumerable<(string Text, int Column)> PartsOf(string content)
    {
        var start = 0;
        foreach (var end in Unquoted(content, ';').Concat([content.Length]))
        {
            var part = content.Substring(start, end - start);
            if (start == 0 || part.Trim().Length > 0)
            {
                yield return (part.Trim(), start + part.Length - part.TrimStart().Length);
            }

            start = end + 1;
        }
    }

    /// <summary>Where a quote begins that does not end, or -1.</summary>
    public static int IndexOfOpenQuote(string content) =>
        content.Count(character => character == '"') % 2 == 0 ? -1 : content.LastIndexOf('"');

    /// <summary>A value without the quotes around it.</summary>
    public static string WithoutQuotes(string value) =>
        value.Length > 1 && value[0] == '"' && value.IndexOf('"', 1) == value.Length - 1 ? value.Substring(1, value.Length - 2).Trim() : value;

    private static IEnumerable<int> Unquoted(string text, char wanted)
    {
        var isQuoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (text[i] == wanted && !isQuoted)
            {
                yield return i;
            }
        }
    }
}
