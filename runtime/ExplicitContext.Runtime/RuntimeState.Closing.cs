namespace ExplicitContext.Runtime;

// The runtime's end.
public sealed partial class RuntimeState
{
    /// <summary>
    /// Closes the interpreters that remain, newest first and the main one last, and waits for those that other threads are closing just now. Runs
    /// that go on are ended. Every interpreter gets its <see cref="InterpreterOptions.CloseTimeout"/>. A second call does nothing.
    /// </summary>
    /// <remarks>Source: CPython <c>Py_FinalizeEx</c>.</remarks>
    /// <exception cref="RuntimeNotInitializedException">Called by a hook while the runtime starts.</exception>
    /// <exception cref="InterpreterCloseRefusedException">
    /// The calling thread is inside one of the interpreters, or is not the main thread where <see cref="RuntimeOptions.FinalizeOnMainThreadOnly"/>
    /// asks for that. Nothing was closed.
    /// </exception>
    /// <exception cref="InterpreterCloseBlockedException">Somebody did not leave in time. Disposing again goes on from there.</exception>
    /// <exception cref="InterpreterCloseFailedException">Exit functions have failed. All interpreters are closed nevertheless.</exception>
    [ContextEntry]
    public void Dispose()
    {
        if (Phase < RuntimePhase.Initialized) throw new RuntimeNotInitializedException();
        if (Interpreters.FirstOrDefault(interp => interp.IsEnteredByThisThread) is { } inside)
            throw InterpreterCloseRefusedException.RuntimeFromInside(inside.Id);
        if (Options.FinalizeOnMainThreadOnly && Thread.CurrentThread != MainThread) throw InterpreterCloseRefusedException.NotMainThread();
        if (!MoveOn(RuntimePhase.Initialized, RuntimePhase.Finalizing)) return;

        // The thread may be inside an interpreter of another runtime, and lose that one on the way.
        _ = ThreadState.TryGetCurrent(out var caller);
        var errors = new List<Exception>();
        foreach (var interp in Interpreters.Reverse().Where(interp => interp != Main))
        {
            Options.OnLeak?.Invoke(new InterpreterLeak(interp.Id, interp.Created));
            Close(interp, caller, errors);
        }

        if (!registry.WaitUntilOnlyMain(Deadline.After(Main.Options.CloseTimeout, Clock)))
            throw Blocked(Interpreters[^1].Id, [new CloseBlocker(CloseBlockerKind.Holder, "that closes the interpreter on another thread", null)]);
        Close(Main, caller, errors);
        CloseCrossObjects(errors);
        MoveOn(RuntimePhase.Finalizing, RuntimePhase.Finalized);
        try
        {
            Audit("runtime.finalized");
        }
        catch (Exception error)
        {
            errors.Add(error);
        }

        if (errors.Count > 0) throw new InterpreterCloseFailedException(InterpreterId.Main, errors);
    }

    internal void Unregister(InterpreterState interp) => registry.Remove(interp);

    private void Close(InterpreterState interp, ThreadState? caller, List<Exception> errors)
    {
        var result = interp.CloseAny(caller, new CloseOptions { Timeout = interp.Options.CloseTimeout, StopRunning = true }, CancellationToken.None);
        errors.AddRange(result.Errors);
        if (result.Outcome == CloseOutcome.Blocked) throw Blocked(interp.Id, result.Blockers);
    }

    private InterpreterCloseBlockedException Blocked(InterpreterId id, IReadOnlyList<CloseBlocker> blockers)
    {
        MoveOn(RuntimePhase.Finalizing, RuntimePhase.Initialized);
        return new InterpreterCloseBlockedException(id, blockers);
    }
}
