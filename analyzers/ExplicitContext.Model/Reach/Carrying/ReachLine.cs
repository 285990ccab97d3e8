namespace ExplicitContext.Model.Reach.Carrying;

/// <summary>A member that reaches an accessor.</summary>
/// <param name="Key">The member; see <see cref="MemberKeys"/>.</param>
/// <param name="NextKey">The next member on a shortest way, or the accessor that it reads itself.</param>
/// <param name="Step">What the next one is to it.</param>
public sealed record ReachLine(string Key, string NextKey, ReachStep Step = ReachStep.Calls)
{
    /// <summary>Whether it reaches only because an override or implementation may run in its stead: the next member.</summary>
    public bool IsDispatched => Step == ReachStep.Dispatches;
}
