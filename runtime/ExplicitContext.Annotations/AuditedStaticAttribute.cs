namespace ExplicitContext;

/// <summary>
/// Says that a static member is process-global on purpose. Owner, reason and date are all required; after the date the audit has expired.
/// </summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.Event, Inherited = false)]
public sealed class AuditedStaticAttribute : Attribute
{
    /// <summary>Who answers for it: a person or a team.</summary>
    public string? Owner { get; set; }

    /// <summary>Why it may stay process-global.</summary>
    public string? Reason { get; set; }

    /// <summary>The day on which the audit expires, as <c>yyyy-MM-dd</c>.</summary>
    public string? Until { get; set; }
}
