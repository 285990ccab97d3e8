namespace ExplicitContext.Runtime;

/// <summary>What runs in each worker's interpreter before anything else does.</summary>
internal abstract class PoolInitializer
{
    /// <summary>Runs it.</summary>
    /// <param name="interp">The interpreter.</param>
    /// <param name="caller">The state that the calling thread is attached with.</param>
    /// <exception cref="ExecutionFailedException">It has failed.</exception>
    public abstract void Run(InterpreterState interp, ThreadState? caller);
}
