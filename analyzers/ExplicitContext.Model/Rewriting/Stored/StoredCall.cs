using ExplicitContext.Model.Rewriting.Facts;

namespace ExplicitContext.Model.Rewriting.Stored;

/// <summary>A <see cref="CallFact"/> as a value.</summary>
internal sealed record StoredCall(SymbolId Callee, SymbolId Named, bool IsVirtual, Place Site, CallForm Form, int Ordinal, CaptureObstacles Obstacles)
{
    public SymbolId? HiddenBy { get; init; }

    public bool IsBase { get; init; }

    public bool IsResource { get; init; }

    public bool IsOnAnother { get; init; }

    /// <summary>Whether the callee is in another assembly and reads the ambient.</summary>
    public bool IsUpstream { get; init; }

    /// <summary>The context that the callee's overload in the other assembly takes, or null.</summary>
    public SymbolId? UpstreamContext { get; init; }

    /// <summary>The name of that overload, or null.</summary>
    public string? UpstreamName { get; init; }

    public string? OperatorType { get; init; }

    public ScopeRegion? Region { get; init; }

    public StoredDelegate? Delegate { get; init; }
}
