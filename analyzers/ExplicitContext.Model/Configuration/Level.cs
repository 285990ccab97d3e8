namespace ExplicitContext.Model.Configuration;

/// <summary>How strictly a folder, a project, or the uses of one ambient accessor are held.</summary>
public enum Level
{
    /// <summary>Nothing is reported. Only a line of the configuration says so, of one accessor; a folder is silenced by severities.</summary>
    None,

    /// <summary>Findings are counted: suggestions.</summary>
    Inventory,

    /// <summary>Findings are warnings.</summary>
    Warn,

    /// <summary>Findings are errors.</summary>
    Enforce,
}
