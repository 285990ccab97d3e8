namespace ExplicitContext.Model.Sharing;

/// <summary>How instances of a <c>[Shareable]</c> type cross.</summary>
public enum ShareableKind
{
    /// <summary>As they are, whatever they hold.</summary>
    ByReference,

    /// <summary>As they are, if everything in them does; else a copy with the parts replaced. Nothing in them can be assigned.</summary>
    Checked,

    /// <summary>Always as a copy.</summary>
    Copied,
}
