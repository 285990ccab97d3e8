namespace ExplicitContext.Runtime;

// Libraries that were not written for many interpreters.
public sealed partial class InterpreterState
{
    // 0 for as the options say, 1 for checked, 2 for unchecked.
    [GuardedBy("atomic")]
    private int componentCheck;

    /// <summary>
    /// Whether components are checked from now on, in this interpreter only, whatever <see cref="InterpreterOptions.CheckComponents"/> says; null
    /// for what that says.
    /// </summary>
    /// <remarks>Source: <c>_imp._override_multi_interp_extensions_check</c>.</remarks>
    public bool? ComponentCheckOverride
    {
        get => Volatile.Read(ref componentCheck) switch { 0 => null, var set => set == 1 };
        set => Volatile.Write(ref componentCheck, value switch { null => 0, true => 1, false => 2 });
    }

    /// <summary>
    /// Says that code of this interpreter uses a component, until the interpreter closes. One that is single-instance is refused while another
    /// interpreter uses it; where components are not checked, the audit hooks are told <c>interpreter.component-shared</c> instead.
    /// </summary>
    /// <remarks>
    /// What a component's static state holds stays there when the interpreter closes, and is what the next one finds. The runtime knows of a
    /// component only what is declared: it loads nothing, and keeps nobody from using it undeclared.
    /// </remarks>
    /// <param name="tstate">The calling thread's state.</param>
    /// <param name="component">What it uses.</param>
    /// <exception cref="ComponentConflictException">Another interpreter uses it.</exception>
    /// <exception cref="InterpreterFinalizingException">The interpreter is finalizing.</exception>
    /// <exception cref="NotAttachedException">The calling thread is not attached with this state.</exception>
    public void Use(ThreadState tstate, Component component)
    {
        ArgumentNullException.ThrowIfNull(component);
        RequireInside(tstate);
        Claim(component);
    }

    /// <summary>As <see cref="Use"/>, where the calling thread is known to be inside.</summary>
    internal void Claim(Component component)
    {
        if (!component.IsSingleInstance) return;
        var alone = ComponentCheckOverride ?? Options.CheckComponents;
        Associate(Runtime.Components);
        if (Runtime.Components.Claim(this, component, alone) is not { } user) return;
        if (alone) throw new ComponentConflictException(Id, component, user);
        Audit("interpreter.component-shared", component);
    }
}
