using ExplicitContext.Model.Rewriting.Facts;

namespace ExplicitContext.Model.Rewriting.Stored;

/// <summary>
/// <see cref="BodyFacts"/> as a value: all that binding a body told, without anything of the compilation that it was bound in. It holds for every compilation in which
/// the file, and what it mentions, are the same.
/// </summary>
internal sealed record StoredBody(
    EquatableArray<StoredRead> Reads,
    EquatableArray<StoredCall> Calls,
    EquatableArray<StoredInitialiser> Initialisers,
    EquatableArray<CallerInfo> CallerInfos,
    EquatableArray<SymbolId> Demands,
    EquatableArray<StoredLocalUse> LocalUses)
{
    /// <summary>The positions of the parameters that hold delegates which the member only invokes.</summary>
    public EquatableArray<int> InvokedParameters { get; init; }
}
