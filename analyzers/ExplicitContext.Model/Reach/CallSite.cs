namespace ExplicitContext.Model.Reach;

/// <summary>One call, construction, operator use or method group, written or implied.</summary>
/// <param name="CalleeKey">What is called, as it is defined; see <see cref="MemberKeys"/>.</param>
/// <param name="IsVirtual">Whether an override or an implementation may run instead.</param>
/// <param name="ReceiverKey">For a virtual call, the type that its receiver has at least; null where nothing is known of it.</param>
public sealed record CallSite(string CalleeKey, bool IsVirtual, string? ReceiverKey = null)
{
    /// <summary>Whether only types that derive from the receiver may run another member; what the receiver runs itself is a call of its own.</summary>
    public bool IsOnlyBelow { get; init; }
}
