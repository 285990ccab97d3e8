using System.Collections.Immutable;

namespace ExplicitContext.Runtime;

// Who is told what the runtime does.
public sealed partial class RuntimeState
{
    // Hooks watch all interpreters. They are only ever added.
    [GuardedBy("atomic")]
    private ImmutableArray<Action<AuditEvent>> auditHooks;

    /// <summary>Adds a hook that is told of what happens in all interpreters from now on. It stays for as long as the runtime does.</summary>
    /// <remarks>
    /// A hook runs on the thread that does what it is told of, under no lock of the runtime; it may call back. What it throws comes out of what it
    /// was told of, which does not happen then; while an interpreter closes, it is collected with the other errors. Source: PEP 578,
    /// <c>PySys_AddAuditHook</c>. Hooks that are to see the runtime start are in <see cref="RuntimeOptions.AuditHooks"/>.
    /// </remarks>
    /// <param name="hook">The hook.</param>
    public void AddAuditHook(Action<AuditEvent> hook)
    {
        ArgumentNullException.ThrowIfNull(hook);
        ImmutableInterlocked.Update(ref auditHooks, static (hooks, hook) => hooks.Add(hook), hook);
    }

    /// <summary>Tells the hooks of the runtime.</summary>
    internal void Audit(string name, InterpreterState? interp = null, object? argument = null)
    {
        foreach (var hook in auditHooks) hook(new AuditEvent(name, this, interp, argument));
    }
}
