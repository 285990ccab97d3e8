namespace ExplicitContext;

/// <summary>Says which lock must be held wherever the member is touched.</summary>
/// <param name="lockName">The member that is the lock, by name, or one of the documented words <c>set once</c> and <c>atomic</c>.</param>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property, Inherited = false)]
public sealed class GuardedByAttribute(string lockName) : Attribute
{
    /// <summary>The lock's name.</summary>
    public string LockName { get; } = lockName;
}
