namespace ExplicitContext.Model.Configuration;

/// <summary>
/// The grammar of one line: <c>[!] ID { ; word | ; key = value } [# comment]</c>. Without a word, the ID of a type declares a context type and
/// the ID of a member an ambient accessor.
/// </summary>
internal sealed class ConfigurationLine(string path, int number, string text)
{
    private const string Words = "ambient, context, entry, carrier, pass, audited";

    public ConfigurationEntry? Parse(out ConfigurationProblem? problem)
    {
        problem = null;
        var content = LineText.WithoutComment(text);
        if (content.Trim().Length == 0)
        {
            return null;
        }

        if (LineText.IndexOfOpenQuote(content) is >= 0 and var quote)
        {
            problem = Malformed(quote, content.TrimEnd().Length - quote, "The quote that begins here does not end. Write '\"' behind the value too.");
            return null;
        }

        var parts = LineText.PartsOf(content).ToList();
        if (ParseId(parts[0].Text, parts[0].Column, out problem) is not { } entry)
        {
            return null;
        }

        foreach (var (option, column) in parts.Skip(1))
        {
            entry = Apply(entry, option, column, out problem);
            if (problem is not null)
            {
                return null;
            }
        }

        problem = FaultOf(entry) is { } fault ? Malformed(entry.Column, entry.Id.Length, fault) : null;
        return problem is null ? entry : null;
    }

    private ConfigurationEntry? ParseId(string first, int column, out ConfigurationProblem? problem)
    {
        var takesBack = first.StartsWith("!", StringComparison.Ordinal);
        var id = takesBack ? first.Substring(1).TrimStart() : first;
        column += first.Length - id.Length;
        if (id.Length >= 3 && id[1] == ':' && "TMPFE".IndexOf(id[0]) >= 0 && !id.Any(char.IsWhiteSpace))
        {
            problem = null;
            return new(path, number, column, id, id[0] == 'T' ? EntryKind.Context : EntryKind.Ambient, takesBack);
        }

        problem = Malformed(
            column,
            Math.Max(1, id.Length),
            $"'{id}' is not a documentation ID. Write one such as 'P:Namespace.Type.Property', 'F:…', 'M:…' or 'T:…'.");
        return null;
    }

    private ConfigurationEntry Apply(ConfigurationEntry entry, string option, int column, out ConfigurationProblem? problem)
    {
        problem = null;
        var equals = option.IndexOf('=');
        if (equals >= 0)
        {
            var key = option.Substring(0, equals).Trim();
            if (EntryOption.Apply(entry, key, option.Substring(equals + 1).Trim(), out var fault) is { } changed)
            {
                return key == "entered-by" ? changed with { EnteredByAt = (column, option.Length) } : changed;
            }

            problem = Malformed(column, option.Length, fault ?? $"'{option}' is not an option with a value. Write one of: {EntryOption.Keys}, each as key=value.");
            return entry;
        }

        if (Enum.TryParse<EntryKind>(option, ignoreCase: true, out var kind) && option.All(char.IsLetter))
        {
            return entry with { Kind = kind };
        }

        problem = Malformed(column, option.Length, $"'{option}' says nothing here. Write one of: {Words}.");
        return entry;
    }

    private static string? FaultOf(ConfigurationEntry entry)
    {
        var isType = entry.Id[0] == 'T';
        return entry switch
        {
            { Kind: EntryKind.Ambient } when isType => $"'{entry.Id}' is a type; an ambient accessor is a static member or a constructor of it.",
            { Kind: EntryKind.Context or EntryKind.Carrier } when !isType => $"'{entry.Id}' is a member; a context type or a carrier is a type ('T:…').",
            { Kind: EntryKind.Audited } when entry.Id[0] is 'T' or 'M' => $"'{entry.Id}' stores nothing; an audit is of a static field, property or event ('F:…', 'P:…', 'E:…').",
            { ReplacedBy: not null, Kind: not EntryKind.Ambient } => "'replaced-by' belongs to an ambient accessor.",
            { EnteredBy: not null, Kind: not EntryKind.Ambient } => "'entered-by' belongs to an ambient accessor.",
            { Level: not null, Kind: not EntryKind.Ambient } or { Message: not null, Kind: not EntryKind.Ambient } => "'severity' and 'message' belong to an ambient accessor.",
            { Scope: not null, Kind: not EntryKind.Context } or { ParameterName: not null, Kind: not EntryKind.Context } => "'scope' and 'parameter' belong to a context type.",
            { Kind: not EntryKind.Audited } when entry.Owner is not null || entry.Reason is not null || entry.Until is not null => "'owner', 'reason' and 'until' belong to an audit ('; audited').",
            _ => null,
        };
    }

    private ConfigurationProblem Malformed(int column, int length, string message) =>
        new(path, number, column, length, ConfigurationProblemKind.Malformed, message);
}
