using System.Runtime.CompilerServices;

namespace ExplicitContext.Runtime;

/// <summary>
/// One interpreter of a pool, and a thread that does work in it. Whoever took the worker out of the pool's idle ones has it alone until he gives it back:
/// the worker's own thread, or one that calls.
/// </summary>
internal sealed class PoolWorker(InterpreterPool pool, int number) : IAssociated, ICrossesByReference
{
    private readonly Waiter mailbox = new(pool.Runtime.Seam, pool.Runtime.Clock);
    private readonly Latch ended = new(pool.Runtime);

    [GuardedBy("atomic")]
    private PoolItem? item;

    [GuardedBy("the one who has the worker")]
    private Thread? thread;

    [GuardedBy("the one who has the worker")]
    private Exception? kept;

    [GuardedBy("atomic")]
    private volatile InterpreterState? interp;

    [GuardedBy("atomic")]
    private volatile bool isEnding;

    [GuardedBy("atomic")]
    private volatile bool hasEnded;

    /// <summary>The interpreter; null until the worker is first used.</summary>
    public InterpreterState? Interp => interp;

    public CloseBlocker Blocker => new(
        CloseBlockerKind.Thread,
        interp?.AttachedThread is { } holder && holder.Thread != thread
            ? $"'{holder.Thread.Name}' ({holder.Thread.ManagedThreadId}), which runs in {interp} of the pool"
            : $"'{NameOfThread}'{(thread is null ? "" : $" ({thread.ManagedThreadId})")}",
        null);

    private string NameOfThread => $"{pool.Name} {number}";

    /// <summary>Makes the interpreter ready, where it is not. Called by the one who has the worker.</summary>
    /// <param name="caller">The state that the calling thread is attached with.</param>
    /// <exception cref="Exception">It could not be made ready. The worker is of no use.</exception>
    public void Open(ThreadState? caller)
    {
        if (interp is not null) return;
        var made = pool.Runtime.CreateInterpreter(pool.InterpreterOptions);
        interp = made;
        made.Associate(this);
        pool.Initialize(made, caller);
    }

    /// <summary>Runs in the interpreter, on the calling thread, which has the worker.</summary>
    public TResult Run<TArg, TResult>(ThreadState? caller, Func<ThreadState, TArg, TResult> function, TArg arg, CancellationToken cancellationToken)
    {
        try
        {
            return interp!.RunAs(pool.InterpreterOptions.Owner!, caller, Keeping, (this, function, arg), cancellationToken);
        }
        catch (ExecutionFailedException) when (kept is not null)
        {
            var thrown = kept;
            kept = null;
            throw thrown;
        }
    }

    /// <summary>Gives the worker's thread something to do. Called by the one who has the worker, who gives it away with this.</summary>
    public void Hand(PoolItem work)
    {
        Interlocked.Exchange(ref item, work);
        if (thread is null) StartThread();
        mailbox.Send(Signal.Granted);

        // The interpreter may have been closed under the pool just now. Either the thread has seen the work before it ended, or this sees that it has ended.
        if (hasEnded) _ = DidNext();
    }

    /// <summary>Lets the worker's thread end once it has nothing to do.</summary>
    public void End()
    {
        isEnding = true;
        mailbox.Send(Signal.Refused);
    }

    /// <summary>Waits for the worker's thread to end, where it has one.</summary>
    /// <returns>False where the deadline came first.</returns>
    public bool Join(Deadline deadline) => thread is null || ended.Wait(deadline, CancellationToken.None);

    /// <inheritdoc/>
    public void OnFinalizing(InterpreterState interp)
    {
        pool.Lose(new InterpreterFinalizingException(interp.Id));
        End();
    }

    /// <inheritdoc/>
    public void OnClosed(InterpreterState interp)
    {
    }

    /// <summary>Runs the function, and keeps what it throws, where that may cross as it is.</summary>
    private static TResult Keeping<TArg, TResult>(ThreadState tstate, (PoolWorker Worker, Func<ThreadState, TArg, TResult> Function, TArg Arg) call)
    {
        try
        {
            return call.Function(tstate, call.Arg);
        }
        catch (Exception error) when (error is not (InterpreterException or OperationCanceledException))
        {
            call.Worker.Keep(error, tstate.Interp);
            throw;
        }
    }

    private void Keep(Exception error, InterpreterState sender)
    {
        try
        {
            kept = Crossing.Send(error, sender, "exception");
        }
        catch (Exception)
        {
            // Then it is told by names and texts.
            kept = null;
        }
    }

    private void StartThread()
    {
        thread = new Thread(Main) { IsBackground = true, Name = NameOfThread };
        pool.Runtime.Seam?.Starting(thread);
        thread.UnsafeStart();
    }

    private void Main()
    {
        pool.Runtime.Seam?.Started();
        while (!isEnding)
        {
            if (!DidNext()) mailbox.Wait(Timeout.InfiniteTimeSpan);
        }

        hasEnded = true;
        Interlocked.MemoryBarrier();
        while (DidNext()) { }
        ended.Set();
        pool.Runtime.Seam?.Ended();
    }

    /// <summary>Does what there is to do. On its own, so that no local of the loop keeps alive what has been done.</summary>
    /// <returns>Whether there was anything.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool DidNext()
    {
        if (Interlocked.Exchange(ref item, null) is not { } next) return false;
        try
        {
            Open(null);
        }
        catch (Exception error)
        {
            pool.Discard(this, null, error);
            next.Refuse(new BrokenInterpreterPoolException(pool.Name, error));
            return true;
        }

        next.Execute(this);
        if (interp!.States.TryFind(Thread.CurrentThread) is { IsInside: true } left) left.AbandonScopes();
        pool.Release(this);
        next.Complete();
        return true;
    }
}
