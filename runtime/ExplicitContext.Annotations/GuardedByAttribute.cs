namespace ExplicitContext;

/// <summary>Says which lock must be held wherever the member is touched.</summary>
/// <param name="lockName">
/// The member that is the lock, by name, or one of the documented words <c>set once</c> and <c>atomic</c>. A property or method that is <c>atomic</c> may be used by any thread at any time, also where
/// its object belongs to another one.
/// </param>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.Method, Inherited = false)]
public sealed class GuardedByAttribute(string lockName) : Attribute
{
    /// <summary>The lock's name.</summary>
    public string LockName { get; } = lockName;
}
