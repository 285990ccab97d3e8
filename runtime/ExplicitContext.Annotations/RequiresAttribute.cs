namespace ExplicitContext;

/// <summary>Says which lock the caller must hold.</summary>
/// <param name="lockName">The member that is the lock, by name.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Constructor, Inherited = false)]
public sealed class RequiresAttribute(string lockName) : Attribute
{
    /// <summary>The lock's name.</summary>
    public string LockName { get; } = lockName;
}
