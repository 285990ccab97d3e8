namespace ExplicitContext.Model.Configuration;

/// <summary>
/// The grammar of one line: <c>[!] ID { ; word | ; key = value } [# comment]</c>. Without a word, the ID of a type declares a context type and
/// the ID of a member an ambient accessor.
/// </summary>
internal sealed class ConfigurationLine(string path, int number, string text)
{
    private const string Words = "ambient, context, entry, carrier, pass";
    private const string Keys = "replaced-by, scope, parameter";

    public ConfigurationEntry? Parse(out ConfigurationProblem? problem)
    {
        problem = null;
        var content = WithoutComment();
        if (content.Trim().Length == 0)
        {
            return null;
        }

        var parts = content.Split(';');
        var column = IndexOfContent(parts[0], 0);
        var id = parts[0].Trim();
        var takesBack = id.StartsWith("!", StringComparison.Ordinal);
        if (takesBack)
        {
            column = IndexOfContent(parts[0], column + 1);
            id = id.Substring(1).Trim();
        }

        if (id.Length < 3 || id[1] != ':' || "TMPFE".IndexOf(id[0]) < 0 || id.Any(char.IsWhiteSpace))
        {
            problem = Malformed(
                column,
                Math.Max(1, id.Length),
                $"'{id}' is not a documentation ID. Write one such as 'P:Namespace.Type.Property', 'F:…', 'M:…' or 'T:…'.");
            return null;
        }

        var entry = new ConfigurationEntry(path, number, column, id, id[0] == 'T' ? EntryKind.Context : EntryKind.Ambient, takesBack);
        var start = parts[0].Length + 1;
        foreach (var part in parts.Skip(1))
        {
            entry = part.Trim().Length == 0 ? entry : Apply(entry, part, IndexOfContent(part, 0) + start, out problem);
            if (problem is not null)
            {
                return null;
            }

            start += part.Length + 1;
        }

        return Check(entry, column, out problem);
    }

    private ConfigurationEntry Apply(ConfigurationEntry entry, string part, int column, out ConfigurationProblem? problem)
    {
        problem = null;
        var option = part.Trim();
        var equals = option.IndexOf('=');
        if (equals < 0)
        {
            if (Enum.TryParse<EntryKind>(option, ignoreCase: true, out var kind) && option.All(char.IsLetter))
            {
                return entry with { Kind = kind };
            }

            problem = Malformed(column, option.Length, $"'{option}' says nothing here. Write one of: {Words}.");
            return entry;
        }

        var value = option.Substring(equals + 1).Trim();
        switch (option.Substring(0, equals).Trim())
        {
            case "replaced-by" when value.Length > 0:
                return entry with { ReplacedBy = value };
            case "scope" when value.Length > 0:
                return entry with { Scope = value };
            case "parameter" when value.Length > 0:
                return entry with { ParameterName = value };
            default:
                problem = Malformed(column, option.Length, $"'{option}' is not an option with a value. Write one of: {Keys}, each as key=value.");
                return entry;
        }
    }

    private ConfigurationEntry? Check(ConfigurationEntry entry, int column, out ConfigurationProblem? problem)
    {
        var isType = entry.Id[0] == 'T';
        problem = entry switch
        {
            { Kind: EntryKind.Ambient } when isType => Malformed(column, entry.Id.Length, $"'{entry.Id}' is a type; an ambient accessor is a static member of it."),
            { Kind: EntryKind.Context or EntryKind.Carrier } when !isType => Malformed(column, entry.Id.Length, $"'{entry.Id}' is a member; a context type or a carrier is a type ('T:…')."),
            { ReplacedBy: not null, Kind: not EntryKind.Ambient } => Malformed(column, entry.Id.Length, "'replaced-by' belongs to an ambient accessor."),
            { Scope: not null, Kind: not EntryKind.Context } or { ParameterName: not null, Kind: not EntryKind.Context } => Malformed(column, entry.Id.Length, "'scope' and 'parameter' belong to a context type."),
            _ => null,
        };
        return problem is null ? entry : null;
    }

    private ConfigurationProblem Malformed(int column, int length, string message) =>
        new(path, number, column, length, ConfigurationProblemKind.Malformed, message);

    /// <summary>A comment begins at the start of the line or after white space: <c>#ctor</c> in an ID is none.</summary>
    private string WithoutComment()
    {
        for (var i = text.IndexOf('#'); i >= 0; i = text.IndexOf('#', i + 1))
        {
            if (i == 0 || char.IsWhiteSpace(text[i - 1]))
            {
                return text.Substring(0, i);
            }
        }

        return text;
    }

    private static int IndexOfContent(string part, int from)
    {
        while (from < part.Length && char.IsWhiteSpace(part[from]))
        {
            from++;
        }

        return from;
    }
}
