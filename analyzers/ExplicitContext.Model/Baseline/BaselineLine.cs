using System.Globalization;

namespace ExplicitContext.Model.Baseline;

/// <summary>The grammar of one line: <c>RULE MEMBER [SUBJECT] [COUNT]</c>, with white space between them.</summary>
internal static class BaselineLine
{
    private const string Grammar = "Write 'RULE MEMBER SYMBOL', and a count behind it where there are several, or let 'explicit-context baseline create' write the file.";

    public static (BaselineKey Key, int Count)? Parse(string line, out string? fault)
    {
        fault = null;
        var fields = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length == 0)
            return null;

        var count = 1;
        var hasCount = fields.Length > 2 && fields[fields.Length - 1].All(char.IsDigit);
        var words = hasCount ? fields.Length - 1 : fields.Length;
        fault = IsConflictMark(fields[0]) ? "A merge was left unfinished here. Take the lines of both sides that are still true, and remove the marks; 'explicit-context baseline merge' as a merge driver does it by itself."
            : fields[0][0] == '#' ? $"'{line.Trim()}' is a comment, and a baseline holds none: it is written by a command, which could not keep it. Remove the line."
            : !IsRule(fields[0]) ? $"'{fields[0]}' is no rule, such as ECTX1002. {Grammar}"
            : words is < 2 or > 3 ? $"'{line.Trim()}' records nothing. {Grammar}"
            : hasCount && (!int.TryParse(fields[fields.Length - 1], NumberStyles.None, CultureInfo.InvariantCulture, out count) || count < 2)
                ? $"'{fields[fields.Length - 1]}' is no count: it is a whole number above 1. Leave it out for a single finding."
            : null;
        return fault is null ? (new(fields[0], fields[1], words == 3 ? fields[2] : ""), count) : null;
    }

    public static string Format(BaselineKey key, int count) => count > 1 ? string.Format(CultureInfo.InvariantCulture, "{0} {1}", key, count) : key.ToString();

    private static bool IsRule(string text) => text.Length == 8 && text.StartsWith("ECTX", StringComparison.Ordinal) && text.Skip(4).All(digit => digit is >= '0' and <= '9');

    private static bool IsConflictMark(string text) => text is "<<<<<<<" or "|||||||" or "=======" or ">>>>>>>";
}
