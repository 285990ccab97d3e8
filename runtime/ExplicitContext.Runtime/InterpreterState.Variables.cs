using System.Diagnostics.CodeAnalysis;

namespace ExplicitContext.Runtime;

// The interpreter's main namespace, from outside.
public sealed partial class InterpreterState
{
    /// <summary>The interpreter's main namespace, which runs share. To be used from inside.</summary>
    /// <remarks>Source: the module <c>__main__</c> of PEP 734.</remarks>
    [field: GuardedBy("atomic")]
    public InterpreterVariables Variables => Volatile.Read(ref field) ?? LazyInitializer.EnsureInitialized(ref field, () => new InterpreterVariables(this));

    /// <summary>Binds a name in the interpreter's main namespace before code runs there.</summary>
    /// <remarks>Source: PEP 734, <c>Interpreter.prepare_main</c>.</remarks>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="name">The name. What it was bound to before is gone; other names stay.</param>
    /// <param name="value">Made fit for this interpreter.</param>
    /// <exception cref="ArgumentException">The interpreter's language has no form for the value. Nothing was bound.</exception>
    /// <exception cref="NotShareableException">The value must not cross. Nothing was bound.</exception>
    /// <exception cref="InterpreterAlreadyRunningException">A run goes on. Nothing was bound.</exception>
    /// <exception cref="InterpreterFinalizingException">The interpreter is closing or closed.</exception>
    [ContextEntry]
    public void Prepare<T>(string name, T value) => Prepare(new Dictionary<string, object?> { [name] = value });

    /// <summary>Binds several names, or none where one of the values must not cross. See <see cref="Prepare{T}"/>.</summary>
    /// <param name="values">At least one.</param>
    /// <exception cref="ArgumentException">There is none; or the interpreter's language has no form for one of them, and nothing was bound.</exception>
    /// <exception cref="NotShareableException">A value must not cross. Nothing was bound.</exception>
    /// <exception cref="InterpreterAlreadyRunningException">A run goes on. Nothing was bound.</exception>
    /// <exception cref="InterpreterFinalizingException">The interpreter is closing or closed.</exception>
    [ContextEntry]
    public void Prepare(IReadOnlyDictionary<string, object?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count == 0) throw new ArgumentException("There is nothing to prepare: give at least one name and value.", nameof(values));
        var caller = Caller;
        BeginRun("be prepared");
        try
        {
            var sent = Send(values, caller?.Interp);
            var isBound = false;
            try
            {
                AttachFrom(caller, isMember: false, Deadline.Never, CancellationToken.None, out var scope, out var tstate);
                using (scope) Variables.Set(tstate!, sent);
                isBound = true;
            }
            finally
            {
                if (!isBound) Recall(sent.Select(pair => pair.Value));
            }
        }
        finally
        {
            EndRun();
        }
    }

    /// <summary>Reads a name of the interpreter's main namespace from outside.</summary>
    /// <remarks>Source: PEP 554, <c>Interpreter.get_main_attr</c>, which PEP 734 has dropped.</remarks>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="name">The name.</param>
    /// <param name="value">The value, made fit for the caller.</param>
    /// <returns>False where the name is not bound, or bound to something else than <typeparamref name="T"/>.</returns>
    /// <exception cref="NotShareableException">The value must not cross.</exception>
    /// <exception cref="InterpreterFinalizingException">The interpreter is closing or closed.</exception>
    [ContextEntry]
    public bool TryGetVariable<T>(string name, [MaybeNullWhen(false)] out T value)
    {
        ArgumentNullException.ThrowIfNull(name);
        AttachFrom(Caller, isMember: false, Deadline.Never, CancellationToken.None, out var scope, out var tstate);
        using (scope)
        {
            value = default;
            if (!Variables.TryGet(tstate!, name, out var found) || found is not T typed) return false;
            value = Crossing.Send(typed, this, name);
            return true;
        }
    }
}
