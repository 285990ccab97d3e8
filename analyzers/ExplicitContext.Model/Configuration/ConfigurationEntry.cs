namespace ExplicitContext.Model.Configuration;

/// <summary>One line of the configuration that says something.</summary>
/// <param name="Path">The file.</param>
/// <param name="Line">The line in it, from zero.</param>
/// <param name="Column">Where on the line the documentation ID begins, from zero.</param>
/// <param name="Id">The documentation ID, possibly with <c>*</c> wildcards.</param>
/// <param name="Kind">What the line says of the symbol.</param>
/// <param name="TakesBack">Whether the line begins with <c>!</c>: what it matches is not what an earlier line said.</param>
/// <param name="ReplacedBy">For an ambient accessor, the expression that replaces a read.</param>
/// <param name="Scope">For a context type, its scope.</param>
/// <param name="ParameterName">For a context type, the conventional parameter name.</param>
public sealed record ConfigurationEntry(
    string Path,
    int Line,
    int Column,
    string Id,
    EntryKind Kind,
    bool TakesBack = false,
    string? ReplacedBy = null,
    string? Scope = null,
    string? ParameterName = null)
{
    /// <summary>Whether the ID is a pattern and not the ID of one symbol.</summary>
    public bool HasWildcard => Id.IndexOf('*') >= 0;
}
