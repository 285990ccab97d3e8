namespace ExplicitContext.Runtime;

// Runs of the interpreter's owner.
public sealed partial class InterpreterState
{
    /// <summary>Runs a function as the interpreter's owner, with an argument that has crossed.</summary>
    internal TResult RunAs<TArg, TResult>(
        InterpreterOwner owner,
        ThreadState? caller,
        Func<ThreadState, TArg, TResult> function,
        TArg arg,
        CancellationToken cancellationToken)
    {
        try
        {
            BeginRun("run", owner);
        }
        catch
        {
            Crossing.Recall(arg);
            throw;
        }

        return Run(caller, function, arg, cancellationToken);
    }
}
