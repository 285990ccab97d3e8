namespace ExplicitContext.Runtime;

/// <summary>One attempt to close an interpreter. There is only ever one at a time.</summary>
/// <remarks>Source: CPython <c>Py_EndInterpreter</c> in <c>pylifecycle.c</c>, for the order of the steps.</remarks>
internal sealed class Closing(InterpreterState interp, bool stopRunning, Deadline deadline, CancellationToken cancellationToken)
{
    private readonly List<Exception> errors = [];

    /// <summary>Does it.</summary>
    /// <param name="caller">The state that the calling thread is attached with, which leaves meanwhile.</param>
    public CloseResult Run(ThreadState? caller)
    {
        caller?.Release();
        CloseOutcome outcome;
        IReadOnlyList<CloseBlocker> blockers;
        try
        {
            blockers = Empty();
            outcome = blockers.Count == 0 ? CloseOutcome.Closed : CloseOutcome.Blocked;
        }
        catch
        {
            interp.GiveUpClosing();
            Return(caller);
            throw;
        }

        if (outcome == CloseOutcome.Blocked) interp.GiveUpClosing();
        Return(caller);
        return new CloseResult(outcome, blockers, errors);
    }

    private IReadOnlyList<CloseBlocker> Empty()
    {
        Try(interp.CancelClosingToken);
        Step("interpreter.closing");
        interp.Seam?.Point("close.wait");
        var blockers = interp.Occupants.WaitUntilEmpty(stopRunning, deadline, cancellationToken);
        if (blockers.Count > 0) return blockers;

        var tstate = interp.States.OfThisThread;
        if (!TryEnter(tstate)) return [HolderOf(interp)];
        Step("interpreter.threads-joined");
        Finalize(tstate);
        return [];
    }

    private bool TryEnter(ThreadState tstate)
    {
        try
        {
            return tstate.EnterToClose(deadline, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private void Finalize(ThreadState tstate)
    {
        for (var left = InterpreterState.MostPendingCalls; left > 0 && interp.HasPendingFor(tstate); left--) Try(() => interp.RunPendingCalls(tstate));
        Step("interpreter.pending-calls-run");
        interp.Seam?.Point("close.finalize");
        interp.BeginFinalizing(tstate);
        while (interp.TryTakeLastPendingCall(out var call)) Try(() => call(tstate));
        foreach (var associate in interp.Associates) Try(() => associate.OnFinalizing(interp));
        while (interp.TryTakeExitFunction(out var function)) Try(() => function!(tstate));
        Step("interpreter.exit-functions-run");
        interp.ClearState(errors);
        foreach (var associate in interp.Associates) Try(() => associate.OnClosed(interp));
        Step("interpreter.cleared");
        errors.AddRange(interp.Occupants.TakeFailures());
        errors.AddRange(interp.States.Snapshot.Where(other => other.IsInside && !other.Thread.IsAlive).Select(AttachmentException.NeverLeft));
        interp.EndFinalizing();
        tstate.LeaveClosed();
        Step("interpreter.closed");
    }

    /// <summary>Who runs in the interpreter and did not leave: known only as long as it stays.</summary>
    private static CloseBlocker HolderOf(InterpreterState interp)
    {
        var holder = interp.Gate.Holder;
        return new CloseBlocker(
            CloseBlockerKind.Holder,
            holder is null ? "that has just left" : $"'{holder.Thread.Name}' ({holder.Thread.ManagedThreadId})",
            holder?.Entered);
    }

    private void Step(string name) => Try(() => interp.Audit(name));

    private void Return(ThreadState? caller) => Try(() => caller?.Reacquire());

    private void Try(Action step)
    {
        try
        {
            step();
        }
        catch (Exception error)
        {
            errors.Add(error);
        }
    }
}
