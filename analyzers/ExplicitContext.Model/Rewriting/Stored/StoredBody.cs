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

    /// <summary>What the body does wherever it does it, each thing once, in the order in which it first does it: all that decisions about other members depend on.</summary>
    public StoredBody WithoutPlaces() => new(Unplaced(Reads), Unplaced(Calls), new([.. Initialisers.Items.Select(run => new StoredInitialiser(run.Held, Unplaced(run.Reads), Unplaced(run.Calls)))]), default, Demands, default)
    {
        InvokedParameters = InvokedParameters,
    };

    private static EquatableArray<StoredRead> Unplaced(EquatableArray<StoredRead> reads) => new([.. reads.Items.Select(read => read with { Syntax = default, Site = default }).Distinct()]);

    private static EquatableArray<StoredCall> Unplaced(EquatableArray<StoredCall> calls) => new([.. calls.Items.Select(call => call.WithoutPlace()).Distinct()]);
}
