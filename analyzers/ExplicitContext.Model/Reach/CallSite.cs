namespace ExplicitContext.Model.Reach;

/// <summary>One call, construction, operator use or method group, written or implied.</summary>
/// <param name="CalleeKey">What is called, as it is defined; see <see cref="MemberKeys"/>.</param>
/// <param name="IsVirtual">Whether an override or an implementation may run instead.</param>
public sealed record CallSite(string CalleeKey, bool IsVirtual);
