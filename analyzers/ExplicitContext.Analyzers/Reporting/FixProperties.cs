namespace ExplicitContext.Analyzers.Reporting;

/// <summary>The names under which a diagnostic carries to its fix what the analyzer found.</summary>
public static class FixProperties
{
    /// <summary>The expression that replaces the ambient read.</summary>
    public const string Replacement = "Replacement";

    /// <summary>The expression of the context to be passed.</summary>
    public const string Context = "Context";

    /// <summary>The documentation ID of the overload that takes it.</summary>
    public const string Overload = "Overload";

    /// <summary>The name of that overload, where it is not that of the member.</summary>
    public const string OwnName = "OwnName";

    /// <summary>The name of that overload's context parameter.</summary>
    public const string Parameter = "Parameter";

    /// <summary>The name that a parameter should have.</summary>
    public const string NewName = "NewName";

    /// <summary>The name that gives way to <see cref="Context"/>.</summary>
    public const string Replaced = "Replaced";

    /// <summary>The members on the way from a call to an ambient accessor and the accessor itself, one a line: assembly, slash, documentation ID.</summary>
    public const string Chain = "Chain";

    /// <summary>All accessors that a call reaches, the nearest first, one a line.</summary>
    public const string Accessors = "Accessors";

    /// <summary>Whether the member stays as it is used where it can no longer be assigned: <c>true</c>.</summary>
    public const string ReadOnly = "ReadOnly";
}
