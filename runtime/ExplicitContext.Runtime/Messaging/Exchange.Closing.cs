namespace ExplicitContext.Runtime;

// What the end of an interpreter means here.
internal abstract partial class Exchange<T>
{
    /// <summary>Sends home what waits for the interpreter, which lets nobody in any more.</summary>
    public void OnFinalizing(InterpreterState interp)
    {
        Runtime.Seam?.Point("exchange.finalizing");
        var after = default(Aftermath<T>);
        using (Sync.Enter()) SendHome(interp, ref after);
        after.Run();
    }

    /// <summary>Applies to each item of the interpreter the rule that it was sent with.</summary>
    public void OnClosed(InterpreterState interp)
    {
        Runtime.Seam?.Point("exchange.closed");
        var after = default(Aftermath<T>);
        using (Sync.Enter())
        {
            if (!users.Remove(interp)) return;
            if (lastUser == interp) lastUser = null;
            SendHome(interp, ref after);
            var sweep = new Estate { Interp = interp, Gone = new SenderGone(interp.Id), After = after };
            Items.Sweep(
                static (ref Item<T> item, ref Estate estate) =>
                {
                    if (!item.IsFrom(estate.Interp)) return true;
                    estate.After.Drop(item);
                    item.LoseSender(estate.Gone);
                    return item.Rule != OnSenderGone.Remove;
                },
                ref sweep);
            after = sweep.After;
            Forget(interp, ref after);
            Freed(ref after);
        }

        after.Run();
    }

    /// <summary>The interpreter is no user of this any more.</summary>
    [Requires(nameof(Sync))]
    protected abstract void Forget(InterpreterState interp, ref Aftermath<T> after);

    /// <summary>Whether an item that was taken out can still come back.</summary>
    [Requires(nameof(Sync))]
    protected abstract bool CanPutBack { get; }

    [Requires(nameof(Sync))]
    private void SendHome(InterpreterState interp, ref Aftermath<T> after)
    {
        SendTakersHome(interp, Outcome.Refused, ref after);
        SendGiversHome(interp, Outcome.Refused, ref after);
    }

    private struct Estate
    {
        public Aftermath<T> After;

        public required InterpreterState Interp { get; init; }

        public required SenderGone Gone { get; init; }
    }
}
