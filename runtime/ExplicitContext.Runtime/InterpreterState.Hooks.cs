using System.Collections.Immutable;

namespace ExplicitContext.Runtime;

// Who is told what happens in this interpreter.
public sealed partial class InterpreterState
{
    [GuardedBy("atomic")]
    private ImmutableArray<Action<AuditEvent>> auditHooks = [];

    /// <summary>Adds a hook that is told of what happens in this interpreter from now on. See <see cref="RuntimeState.AddAuditHook"/>.</summary>
    /// <remarks>Source: PEP 578, <c>sys.addaudithook</c>, which is per interpreter.</remarks>
    /// <param name="hook">The hook.</param>
    public void AddAuditHook(Action<AuditEvent> hook)
    {
        ArgumentNullException.ThrowIfNull(hook);
        ImmutableInterlocked.Update(ref auditHooks, static (hooks, hook) => hooks.Add(hook), hook);
    }

    /// <summary>Tells the hooks of the runtime, then those of this interpreter.</summary>
    internal void Audit(string name, object? argument = null)
    {
        Runtime.Audit(name, this, argument);
        foreach (var hook in auditHooks) hook(new AuditEvent(name, Runtime, this, argument));
    }
}
