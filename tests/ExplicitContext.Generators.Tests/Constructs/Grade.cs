namespace ExplicitContext.Generators.Tests.Constructs;

/// <summary>What generation does with a construct.</summary>
public enum Grade
{
    /// <summary>The overload never looks at the ambient.</summary>
    Rewritten,

    /// <summary>The overload runs the legacy body under a scope that sets the ambient.</summary>
    Forwarded,

    /// <summary>The overload is rewritten but for single sites that still read the ambient; each is reported.</summary>
    Kept,

    /// <summary>The overload never looks at the ambient, and has a name of its own, which is reported: by the usual one it would change what something means.</summary>
    Renamed,

    /// <summary>Nothing is emitted for the member; the reason is reported.</summary>
    Diagnosed,

    /// <summary>A root or an unaffected use: no overload is owed and nothing is reported.</summary>
    Unaffected,
}
