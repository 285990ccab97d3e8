namespace ExplicitContext.Model.Configuration;

/// <summary>One line of the configuration that says something.</summary>
/// <param name="Path">The file.</param>
/// <param name="Line">The line in it, from zero.</param>
/// <param name="Column">Where on the line the documentation ID begins, from zero.</param>
/// <param name="Id">The documentation ID, possibly with <c>*</c> wildcards.</param>
/// <param name="Kind">What the line says of the symbol.</param>
/// <param name="TakesBack">Whether the line begins with <c>!</c>: what it matches is not what an earlier line said.</param>
public sealed record ConfigurationEntry(string Path, int Line, int Column, string Id, EntryKind Kind, bool TakesBack = false)
{
    /// <summary>For an ambient accessor, the expression that replaces a read.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>For an ambient accessor, the method by which a context becomes the ambient one for a while.</summary>
    public string? EnteredBy { get; init; }

    /// <summary>Where on the line that method is named.</summary>
    public (int Column, int Length) EnteredByAt { get; init; }

    /// <summary>For an ambient accessor, how strictly its uses are held, wherever they stand; null where that depends on the place.</summary>
    public Level? Level { get; init; }

    /// <summary>For an ambient accessor, what to do instead; shown after the message of the rule.</summary>
    public string? Message { get; init; }

    /// <summary>For a context type, its scope.</summary>
    public string? Scope { get; init; }

    /// <summary>For a context type, the conventional parameter name.</summary>
    public string? ParameterName { get; init; }

    /// <summary>For an audit, who answers for the member.</summary>
    public string? Owner { get; init; }

    /// <summary>For an audit, why the member may stay process-global.</summary>
    public string? Reason { get; init; }

    /// <summary>For an audit, the last day on which it holds.</summary>
    public string? Until { get; init; }

    /// <summary>Whether the ID is a pattern and not the ID of one symbol.</summary>
    public bool HasWildcard => Id.IndexOf('*') >= 0;

    /// <summary>Whether the line came with a package, and so is not the user's to mend.</summary>
    public bool IsOfPack => ConfigurationFile.IsPack(Path);

    /// <summary>The audit that the line is; null where it is of another kind.</summary>
    public Audit? Audit => Kind == EntryKind.Audited ? new(Owner, Reason, Until) : null;

    /// <summary>This line, with what it leaves open taken from a line before it of the same symbol.</summary>
    public ConfigurationEntry Over(ConfigurationEntry earlier) => this with
    {
        ReplacedBy = ReplacedBy ?? earlier.ReplacedBy,
        EnteredBy = EnteredBy ?? earlier.EnteredBy,
        EnteredByAt = EnteredBy is null ? earlier.EnteredByAt : EnteredByAt,
        Level = Level ?? earlier.Level,
        Message = Message ?? earlier.Message,
        Scope = Scope ?? earlier.Scope,
        ParameterName = ParameterName ?? earlier.ParameterName,
        Owner = Owner ?? earlier.Owner,
        Reason = Reason ?? earlier.Reason,
        Until = Until ?? earlier.Until,
    };
}
