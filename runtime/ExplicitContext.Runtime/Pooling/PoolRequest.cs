namespace ExplicitContext.Runtime;

/// <summary>Somebody who wants a worker of a pool, and his place in the line for one.</summary>
internal abstract class PoolRequest
{
    protected PoolRequest() => Place = new LinkedListNode<PoolRequest>(this);

    /// <summary>The place in the line, under the pool's lock.</summary>
    public LinkedListNode<PoolRequest> Place { get; }

    /// <summary>Gets a worker, which nobody else has. Called under no lock.</summary>
    public abstract void Grant(PoolWorker worker);

    /// <summary>Gets none. Called under no lock.</summary>
    public abstract void Refuse(Exception error);
}
