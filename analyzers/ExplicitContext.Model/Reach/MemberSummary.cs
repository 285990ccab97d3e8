namespace ExplicitContext.Model.Reach;

/// <summary>What the body of one member does that matters to reach.</summary>
/// <param name="Key">The member; see <see cref="MemberKeys"/>.</param>
/// <param name="OwnerKey">The property or event of an accessor; else the member itself. Counts of members count owners.</param>
/// <param name="DisplayName">The owner as a message names it: <c>Evaluator.Visit</c>.</param>
/// <param name="IsPublic">Whether the owner can be seen outside its assembly.</param>
/// <param name="IsBoundary">Whether it may read the ambient and hand the context on; then those who call it do not reach what it reads.</param>
/// <param name="Path">The file that holds the body.</param>
/// <param name="Line">The line of its name, from zero.</param>
/// <param name="Reads">The ambient accessors that it names.</param>
/// <param name="Calls">The members that it calls or takes as delegates.</param>
public sealed record MemberSummary(
    string Key,
    string OwnerKey,
    string DisplayName,
    bool IsPublic,
    bool IsBoundary,
    string Path,
    int Line,
    EquatableArray<ReadSite> Reads,
    EquatableArray<CallSite> Calls)
{
    /// <summary>Whether the owner can be seen by an assembly that is named a friend.</summary>
    public bool IsVisibleToFriends { get; init; }
}
