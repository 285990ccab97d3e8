namespace ExplicitContext.Runtime;

// Interpreters for hire.
public sealed partial class RuntimeState
{
    /// <summary>Creates a pool of interpreters.</summary>
    /// <param name="options">The defaults where left out.</param>
    /// <returns>The pool. Whoever asked for it shuts it down.</returns>
    /// <exception cref="ArgumentException">The options cannot be.</exception>
    /// <exception cref="BrokenInterpreterPoolException">A worker that was to be warm could not be made ready.</exception>
    [ContextEntry]
    public InterpreterPool CreatePool(InterpreterPoolOptions? options = null) => NewPool(null, options);

    /// <summary>Creates a pool of interpreters, in each of which something runs before anything else does.</summary>
    /// <param name="initializer">A stateless delegate. Runs once in each worker's interpreter; what it throws breaks the pool.</param>
    /// <param name="options">The defaults where left out.</param>
    /// <returns>The pool. Whoever asked for it shuts it down.</returns>
    /// <exception cref="NotShareableException">The initializer is not stateless.</exception>
    /// <exception cref="ArgumentException">The options cannot be.</exception>
    /// <exception cref="BrokenInterpreterPoolException">A worker that was to be warm could not be made ready.</exception>
    [ContextEntry]
    public InterpreterPool CreatePool(Action<ThreadState> initializer, InterpreterPoolOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(initializer);
        Crossing.RequireStateless(initializer, nameof(initializer));
        return NewPool(new PoolInitializer<Action<ThreadState>>(static (tstate, initializer) => initializer(tstate), initializer), options);
    }

    /// <summary>Creates a pool of interpreters, in each of which something runs, with an argument, before anything else does.</summary>
    /// <remarks>Source: <c>InterpreterPoolExecutor(initializer=..., initargs=...)</c>.</remarks>
    /// <typeparam name="TArg">The argument's type.</typeparam>
    /// <param name="initializer">A stateless delegate. Runs once in each worker's interpreter; what it throws breaks the pool.</param>
    /// <param name="arg">Taken as it is now; each interpreter gets what is made of that for it. It cannot be something that moves.</param>
    /// <param name="options">The defaults where left out.</param>
    /// <returns>The pool. Whoever asked for it shuts it down.</returns>
    /// <exception cref="NotShareableException">The argument must not cross, or the initializer is not stateless.</exception>
    /// <exception cref="ArgumentException">The options cannot be.</exception>
    /// <exception cref="BrokenInterpreterPoolException">A worker that was to be warm could not be made ready.</exception>
    [ContextEntry]
    public InterpreterPool CreatePool<TArg>(Action<ThreadState, TArg> initializer, TArg arg, InterpreterPoolOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(initializer);
        Crossing.RequireStateless(initializer, nameof(initializer));
        _ = ThreadState.TryGetCurrent(out var caller);
        return NewPool(new PoolInitializer<TArg>(initializer, Crossing.Send(arg, caller?.Interp, nameof(arg))), options);
    }

    [ContextEntry]
    private InterpreterPool NewPool(PoolInitializer? initializer, InterpreterPoolOptions? options)
    {
        if (Phase >= RuntimePhase.Finalizing) throw new RuntimeFinalizedException();
        var pool = new InterpreterPool(this, options ?? new InterpreterPoolOptions(), initializer);
        _ = ThreadState.TryGetCurrent(out var caller);
        pool.WarmUp(caller);
        return pool;
    }
}
