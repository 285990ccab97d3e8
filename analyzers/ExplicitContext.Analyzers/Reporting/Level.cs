namespace ExplicitContext.Analyzers.Reporting;

/// <summary>How strictly a folder, namespace or project is held.</summary>
internal enum Level
{
    /// <summary>Findings are counted: suggestions.</summary>
    Inventory,

    /// <summary>Findings are warnings.</summary>
    Warn,

    /// <summary>Findings are errors.</summary>
    Enforce,
}
