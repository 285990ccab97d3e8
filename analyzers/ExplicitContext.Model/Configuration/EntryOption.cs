namespace ExplicitContext.Model.Configuration;

/// <summary>The options with a value that a line of the configuration may have.</summary>
internal static class EntryOption
{
    public const string Keys = "replaced-by, entered-by, severity, message, scope, parameter, owner, reason, until";

    /// <summary>The entry with the option; null where there is no such option or it has no value. A value that does not fit is a fault of its own.</summary>
    public static ConfigurationEntry? Apply(ConfigurationEntry entry, string key, string value, out string? fault)
    {
        fault = null;
        if (key != "replaced-by")
        {
            value = LineText.WithoutQuotes(value);
        }

        if (value.Length == 0)
        {
            return null;
        }

        switch (key)
        {
            case "severity":
                var level = LevelWords.ParseForAccessor(value);
                fault = level is null ? $"'{value}' is no severity. Write one of: none, inventory, warn, enforce." : null;
                return level is null ? null : entry with { Level = level };
            case "replaced-by":
                return entry with { ReplacedBy = value };
            case "entered-by":
                return entry with { EnteredBy = value };
            case "message":
                return entry with { Message = value };
            case "scope":
                return entry with { Scope = value };
            case "parameter":
                return entry with { ParameterName = value };
            case "owner":
                return entry with { Owner = value };
            case "reason":
                return entry with { Reason = value };
            case "until":
                return entry with { Until = value };
            default:
                return null;
        }
    }
}
