using System.Diagnostics;
using System.Runtime.Versioning;

namespace ExplicitContext.Runtime;

// What code inside may do to the process.
public sealed partial class InterpreterState
{
    /// <summary>Whether the interpreter's options allow something.</summary>
    /// <param name="permission">What.</param>
    /// <returns>Whether they do.</returns>
    public bool Allows(InterpreterPermission permission) => permission switch
    {
        InterpreterPermission.Fork => Options.AllowFork,
        InterpreterPermission.Exec => Options.AllowExec,
        InterpreterPermission.Threads => Options.AllowThreads,
        InterpreterPermission.DaemonThreads => Options.AllowDaemonThreads,
        _ => throw new ArgumentOutOfRangeException(nameof(permission), permission, "There is no such permission."),
    };

    /// <summary>
    /// Refuses what the interpreter's options do not allow. For languages, before they start a thread or a process by means of their own, such as a
    /// native library. It holds code to the rules that asks; it stops none that does not.
    /// </summary>
    /// <param name="permission">What is about to be done.</param>
    /// <exception cref="InterpreterPermissionException">It is not allowed.</exception>
    public void Demand(InterpreterPermission permission)
    {
        if (!Allows(permission)) throw new InterpreterPermissionException(Id, permission);
    }

    /// <summary>
    /// Starts a process for code of the interpreter, where its options allow to fork and to load a program. Tells the audit hooks
    /// <c>process.start</c> with the <see cref="ProcessStartInfo"/>. The interpreter's lock is released meanwhile.
    /// </summary>
    /// <remarks>
    /// The new process gets the environment and the current directory of this process, unless the start info says otherwise: all interpreters share
    /// them. Source: CPython's <c>os.fork</c> and <c>os.exec*</c>, which ask the same permissions.
    /// </remarks>
    /// <param name="tstate">The calling thread's state.</param>
    /// <param name="startInfo">What to start.</param>
    /// <returns>The process; null where none was started because one runs already.</returns>
    /// <exception cref="InterpreterPermissionException">The interpreter's options do not allow it. Nothing was started.</exception>
    /// <exception cref="NotAttachedException">The calling thread is not attached with this state.</exception>
    [UnsupportedOSPlatform("ios")]
    [UnsupportedOSPlatform("tvos")]
    [SupportedOSPlatform("maccatalyst")]
    public Process? StartProcess(ThreadState tstate, ProcessStartInfo startInfo)
    {
        ArgumentNullException.ThrowIfNull(startInfo);
        RequireInside(tstate);
        Demand(InterpreterPermission.Fork);
        Demand(InterpreterPermission.Exec);
        tstate.Audit("process.start", startInfo);
        using (tstate.AllowThreads()) return Process.Start(startInfo);
    }

    /// <exception cref="NotAttachedException">It is not the state with which the calling thread holds this interpreter's lock.</exception>
    private void RequireInside(ThreadState tstate)
    {
        ArgumentNullException.ThrowIfNull(tstate);
        if (GetThreadState() != tstate) throw NotAttachedException.Outside(Id);
    }
}
