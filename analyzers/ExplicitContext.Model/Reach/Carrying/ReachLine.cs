namespace ExplicitContext.Model.Reach.Carrying;

/// <summary>A member that reaches an accessor.</summary>
/// <param name="Key">The member; see <see cref="MemberKeys"/>.</param>
/// <param name="NextKey">The next member on a shortest way; null where it reads the accessor itself.</param>
/// <param name="IsDispatched">Whether it reaches only because an override or implementation may run in its stead: the next member.</param>
public sealed record ReachLine(string Key, string? NextKey, bool IsDispatched = false);
