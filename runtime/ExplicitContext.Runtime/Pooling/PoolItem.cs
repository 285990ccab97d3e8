namespace ExplicitContext.Runtime;

/// <summary>Work that a worker does on its own thread.</summary>
internal abstract class PoolItem : PoolRequest
{
    /// <inheritdoc/>
    public override void Grant(PoolWorker worker) => worker.Hand(this);

    /// <summary>Does the work, and keeps what comes of it.</summary>
    public abstract void Execute(PoolWorker worker);

    /// <summary>Tells what came of it. Called once the worker is free again, so that who waited for it finds it idle.</summary>
    public abstract void Complete();
}
