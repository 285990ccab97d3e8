namespace ExplicitContext.Runtime;

/// <summary>Which interpreters use the single-instance components of the process. Its lock is taken when an interpreter begins to use one, and when it closes.</summary>
internal sealed class ComponentClaims(ILockObserver? observer) : IAssociated
{
    private readonly SmallLock sync = new(LockRank.Runtime, observer);

    // Most processes never declare one.
    [GuardedBy(nameof(sync))]
    private Dictionary<string, SortedSet<InterpreterId>>? users;

    /// <summary>Enters an interpreter among the users of a component.</summary>
    /// <param name="interp">Who.</param>
    /// <param name="component">What.</param>
    /// <param name="alone">Whether it must be the only one.</param>
    /// <returns>Another one that uses it, or null. Where it must be the only one and is not, nothing was entered.</returns>
    public InterpreterId? Claim(InterpreterState interp, Component component, bool alone)
    {
        using (sync.Enter())
        {
            users ??= new Dictionary<string, SortedSet<InterpreterId>>(StringComparer.Ordinal);
            if (!users.TryGetValue(component.Name, out var ids)) users.Add(component.Name, ids = []);
            InterpreterId? other = null;
            foreach (var id in ids)
            {
                if (id == interp.Id) return null;
                other ??= id;
            }

            if (other is null || !alone) ids.Add(interp.Id);
            return other;
        }
    }

    public void OnFinalizing(InterpreterState interp)
    {
    }

    /// <summary>A closed interpreter uses nothing.</summary>
    public void OnClosed(InterpreterState interp)
    {
        using (sync.Enter())
        {
            foreach (var (name, ids) in users!)
            {
                if (ids.Remove(interp.Id) && ids.Count == 0) users.Remove(name);
            }
        }
    }
}
