namespace ExplicitContext.Model;

/// <summary>How strictly a folder, namespace or project is held.</summary>
public enum Level
{
    /// <summary>Findings are counted and shown as suggestions.</summary>
    Inventory,

    /// <summary>Findings are warnings.</summary>
    Warn,

    /// <summary>Findings are errors.</summary>
    Enforce,
}
