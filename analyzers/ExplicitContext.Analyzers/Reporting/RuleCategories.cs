namespace ExplicitContext.Analyzers.Reporting;

/// <summary>The categories of the rules, one for each range of IDs.</summary>
public static class RuleCategories
{
    /// <summary>ECTX0xxx: configuration and baseline.</summary>
    public const string Configuration = "ExplicitContext.Configuration";

    /// <summary>ECTX1xxx: ambient access.</summary>
    public const string AmbientAccess = "ExplicitContext.AmbientAccess";

    /// <summary>ECTX2xxx: passing the context.</summary>
    public const string Passing = "ExplicitContext.Passing";

    /// <summary>ECTX3xxx: ownership.</summary>
    public const string Ownership = "ExplicitContext.Ownership";

    /// <summary>ECTX4xxx: threads and locks.</summary>
    public const string Threads = "ExplicitContext.Threads";

    /// <summary>ECTX5xxx: generation.</summary>
    public const string Generation = "ExplicitContext.Generation";
}
