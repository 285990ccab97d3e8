namespace ExplicitContext.Runtime;

/// <summary>An initializer with its argument, which has been taken out of the interpreter that it came from.</summary>
internal sealed class PoolInitializer<TArg>(Action<ThreadState, TArg> initializer, TArg arg) : PoolInitializer
{
    /// <inheritdoc/>
    public override void Run(InterpreterState interp, ThreadState? caller) => interp.RunAs(
        interp.Options.Owner!,
        caller,
        static (tstate, call) =>
        {
            call.initializer(tstate, call.Arg);
            return true;
        },
        (initializer, Arg: Crossing.Send(arg, sender: null, nameof(arg))),
        CancellationToken.None);
}
